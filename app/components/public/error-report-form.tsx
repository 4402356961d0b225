import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField, TextField } from "~/components/ui/field";
import type { FormFailure } from "~/components/ui/form-failure";

export interface ErrorReportFormProps {
  /** The verdict that it is about. */
  slug: string;
  failure?: FormFailure | null;
}

/** Tells the desk what is wrong in a verdict. Complete without JavaScript. */
export function ErrorReportForm({ slug, failure = null }: ErrorReportFormProps) {
  return (
    <form
      method="post"
      action={`/claims/${slug}/report-error`}
      className="flex max-w-prose flex-col gap-4"
    >
      <FailureNotice failure={failure} />
      <TextAreaField
        label="What is wrong, and how do you know?"
        name="words"
        hint="A link to where it can be seen helps most. The desk reads every report; it is not published."
        rows={6}
        maxLength={4000}
        defaultValue={failure?.values["words"]}
        errors={failure?.errors["words"]}
      />
      <TextField
        label="Where can we answer you?"
        name="contact"
        optional
        maxLength={200}
        hint="An email address, for example. Only editors see it."
        defaultValue={failure?.values["contact"]}
        errors={failure?.errors["contact"]}
      />
      <div>
        <Button>Send to the desk</Button>
      </div>
    </form>
  );
}

/** Folded away below a verdict. */
export function ErrorReportOffer({ slug }: { slug: string }) {
  return (
    <details className="no-print rounded-lg border border-line">
      <summary className="min-h-9 px-4 py-2 font-medium">Report an error</summary>
      <div className="border-t border-line p-4">
        <ErrorReportForm slug={slug} />
      </div>
    </details>
  );
}
