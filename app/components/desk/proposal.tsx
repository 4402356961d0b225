import { Plus } from "lucide-react";

import { Button } from "~/components/ui/button";
import type { FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";

import { ProposeForm } from "./propose-form";
import type { SelectedWords } from "./selected-words";

/** The words that were selected when a new claim was asked for; `none` when there were none. */
export type Proposed = SelectedWords | "none";

export interface ProposalProps extends FormState {
  versionId: string;
  /** Null while nobody asks for a new claim. */
  words: Proposed | null;
  onPropose: () => void;
  onCancel: () => void;
}

/** The way to a claim that was not found by itself. */
export function Proposal({ versionId, words, failure, busy, onPropose, onCancel }: ProposalProps) {
  return (
    <>
      <div>
        <Button
          type="button"
          size="small"
          icon={Plus}
          // Pressing the button must not take the selection away that it is about.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onPropose}
        >
          New claim from selected words
        </Button>
      </div>
      {words === "none" ? (
        <Notice kind="info" live title="Nothing is selected in the article">
          Select the words that the claim is about, then press n or this button again.
        </Notice>
      ) : null}
      {words !== null && words !== "none" ? (
        <ProposeForm
          key={`${words.start}-${words.end}`}
          versionId={versionId}
          words={words}
          failure={failure}
          busy={busy}
          onCancel={onCancel}
        />
      ) : null}
    </>
  );
}
