import { Form } from "@remix-run/react";
import { EyeOff, Undo2 } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField, TextField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";

/** Takes a published report from readers: with a reason, and a word to type so that nobody does it by a slip. */
export function UnpublishForm({ failure, busy }: FormState) {
  const refused = failureOf(failure, "unpublish");
  return (
    <Section title="Unpublish the report">
      <details open={refused !== null}>
        <summary className="min-h-6 w-fit cursor-pointer rounded-sm text-sm font-medium text-accent">
          Take it from readers
        </summary>
        <Form method="post" className="mt-2 flex flex-col gap-3">
          <FailureNotice failure={refused} />
          <p className="max-w-prose text-sm text-muted">
            The report and all its verdicts disappear from the site, the feeds and the sitemap.
            Readers who come to them are told your reason. Nothing is deleted, the public log says
            that it was done, and it can be published again. To correct something, begin a
            correction of the verdict instead.
          </p>
          <TextAreaField
            label="Why, for readers"
            name="reason"
            rows={3}
            maxLength={2000}
            defaultValue={refused?.values["reason"] ?? ""}
            errors={refused?.errors["reason"]}
          />
          <TextField
            label="Type “unpublish” to go on"
            name="thought"
            autoComplete="off"
            defaultValue={refused?.values["thought"] ?? ""}
            errors={refused?.errors["thought"]}
            className="max-w-72"
          />
          <div>
            <Button name="intent" value="unpublish" variant="danger" icon={EyeOff} busy={busy}>
              Unpublish the report
            </Button>
          </div>
        </Form>
      </details>
    </Section>
  );
}

export interface UnpublishedNoticeProps extends FormState {
  unpublished: { headline: string; reason: string; at: string };
}

/** That the report was taken from readers, and the way to give it back to them. */
export function UnpublishedNotice({ unpublished, failure, busy }: UnpublishedNoticeProps) {
  const { headline, reason, at } = unpublished;
  const refused = failureOf(failure, "republish");
  return (
    <Section title="This report is unpublished">
      <Notice kind="warning" title={<span className="wrap-anywhere">{headline}</span>}>
        <p>
          Readers do not see it since <Time iso={at} />. They are told:
        </p>
        <p className="border-l-4 border-line-strong pl-3 whitespace-pre-line wrap-anywhere">
          {reason}
        </p>
        <p>Publishing further verdicts of this article brings it back as well.</p>
      </Notice>
      <Form method="post" className="flex flex-col gap-3">
        <FailureNotice failure={refused} />
        <TextAreaField
          label="Why it can be read again"
          name="reason"
          hint="Kept in the trail."
          rows={2}
          maxLength={2000}
          defaultValue={refused?.values["reason"] ?? ""}
          errors={refused?.errors["reason"]}
        />
        <div>
          <Button name="intent" value="republish" icon={Undo2} busy={busy}>
            Publish it again
          </Button>
        </div>
      </Form>
    </Section>
  );
}
