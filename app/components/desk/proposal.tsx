import { Plus } from "lucide-react";

import { Button } from "~/components/ui/button";
import { Kbd } from "~/components/ui/kbd";
import { Notice } from "~/components/ui/notice";

import type { SelectedWords } from "./selected-words";

/** The words that were selected when a new claim was asked for; `none` when there were none. */
export type Proposed = SelectedWords | "none";

export interface ProposalProps {
  /** Null while nobody asks for a new claim. */
  words: Proposed | null;
  onPropose: () => void;
}

/** Above the article: the way to a claim that was not found by itself. */
export function Proposal({ words, onPropose }: ProposalProps) {
  return (
    <div className="sticky top-0 z-10 mb-3 flex flex-col items-start gap-2 bg-surface py-1 sm:top-12 lg:top-0">
      <Button
        type="button"
        size="small"
        icon={Plus}
        // Pressing the button must not take the selection away that it is about.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPropose}
      >
        New claim from selected words <Kbd className="max-lg:hidden">n</Kbd>
      </Button>
      {words === "none" ? (
        <Notice kind="info" live title="Nothing is selected in the article">
          Select the words that the claim is about, then try again.
        </Notice>
      ) : null}
    </div>
  );
}
