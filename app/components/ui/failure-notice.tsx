import type { FormFailure } from "./form-failure";
import { Notice } from "./notice";

/** Above a form that was refused: the reason. What was typed stands in the fields again. */
export function FailureNotice({ failure }: { failure: FormFailure | null }) {
  if (failure === null) return null;
  const rest = Object.entries(failure.errors).filter(([field]) => field === "form");
  return (
    <Notice kind="danger" live title={failure.message}>
      {rest.length > 0 ? rest.flatMap(([, messages]) => messages).join(" ") : null}
    </Notice>
  );
}

/** The fields in which people write at length. */
const written = ["reason", "statement", "summary", "headline", "question", "answer", "exception"];

/**
 * For a refused form that is no longer on the page, because the claim has moved on: the reason, and the words that
 * were typed, so that they can be used elsewhere.
 */
export function KeptWords({ failure }: { failure: FormFailure }) {
  const kept = written.flatMap((field) => failure.values[field]?.trim() || []);
  return (
    <Notice kind="danger" live title={failure.message}>
      {kept.length === 0 ? null : (
        <>
          <p>What you typed:</p>
          {kept.map((words) => (
            <p key={words} className="mt-1 border-l-4 border-line-strong pl-3 whitespace-pre-line">
              {words}
            </p>
          ))}
        </>
      )}
    </Notice>
  );
}
