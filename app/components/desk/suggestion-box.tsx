import { Check, Undo2 } from "lucide-react";

import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { Claim } from "~/domain/claim/claim";
import { insertedWords } from "~/domain/claim/inserted-words";
import type { ShownSuggestion, SuggestionKind } from "~/domain/claim/suggestion/suggestion";

import { questionOf, useLanguageModel } from "./language-model";
import { MarkedStatement } from "./marked-statement";

export interface SuggestionBoxProps {
  claim: Pick<Claim, "id" | "version">;
  kind: SuggestionKind;
  /** The id of the suggestion that stands in the form; null when none does. */
  used: string | null;
  /** Puts the statements into the form; what stood there is kept. */
  onUse: (suggestion: ShownSuggestion) => void;
  onTakeBack: () => void;
}

const ask: Record<SuggestionKind, string> = {
  rewrite: "Suggest a wording",
  split: "Suggest a split",
};

/** What a language model would write, under the form that a person sends. Empty where no model is set up. */
export function SuggestionBox({ claim, kind, used, onUse, onTakeBack }: SuggestionBoxProps) {
  const model = useLanguageModel();
  const hydrated = useHydrated();
  if (model === null || !hydrated) return null;
  const question = questionOf(claim, kind);
  const now = model.of(question);
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          type="button"
          size="small"
          busy={now.state === "asking"}
          onClick={() => model.ask(question)}
        >
          {ask[kind]}
        </Button>
        <span role="status" className="min-w-0 text-sm break-words text-muted">
          {now.state === "asking" ? `Asking ${model.name}…` : `by ${model.name}, a language model`}
        </span>
      </div>
      {now.state === "failed" ? <Notice kind="warning" live title={now.message} /> : null}
      {now.state === "made" ? (
        <Made
          suggestion={now.suggestion}
          used={used === now.suggestion.id}
          onUse={() => onUse(now.suggestion)}
          onTakeBack={onTakeBack}
        />
      ) : null}
    </div>
  );
}

interface MadeProps {
  suggestion: ShownSuggestion;
  used: boolean;
  onUse: () => void;
  onTakeBack: () => void;
}

function Made({ suggestion, used, onUse, onTakeBack }: MadeProps) {
  const { model, statements, dropped } = suggestion;
  return (
    <section aria-label="Suggestion" className="flex min-w-0 flex-col gap-2 text-sm">
      <p role="status" className="font-medium break-words">
        {model} suggests
      </p>
      <ul className="flex flex-col gap-2 border-l-4 border-accent pl-3 text-base break-words">
        {statements.map(({ statement, quote }) => (
          <li key={statement}>
            <MarkedStatement statement={statement} quote={quote} />
          </li>
        ))}
      </ul>
      <p className="text-muted">
        {statements.some(({ statement, quote }) => insertedWords(statement, quote).length > 0)
          ? "Underlined words do not stand in the passage; names and numbers are the article’s or the claim’s. "
          : "Every word stands in the passage. "}
        Nothing is changed until you send the form.
      </p>
      {dropped.length > 0 ? (
        <ul className="list-disc pl-5 text-muted">
          {dropped.map(({ statement, why }) => (
            <li key={`${statement} ${why}`} className="break-words">
              Left out “{statement}”: {why}.
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {used ? (
          <Button type="button" size="small" icon={Undo2} onClick={onTakeBack}>
            Put my words back
          </Button>
        ) : (
          <Button type="button" size="small" icon={Check} onClick={onUse}>
            Use this
          </Button>
        )}
      </div>
    </section>
  );
}
