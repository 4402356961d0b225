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
