import { Form, Link } from "@remix-run/react";
import { Eye, EyeOff } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";

export interface WithholdingSectionProps extends FormState {
  /** Null when readers may have the capture as far as the desk offers any. */
  withholding: { reason: string; by: string; at: string } | null;
  mayWithhold: boolean;
  /** Captures of the same source for other claims; each is withheld by itself. */
  elsewhere: readonly { id: string; claim: string; isWithheld: boolean }[];
}

/** Whether readers may have this capture, for somebody whose page it is may object. */
export function WithholdingSection(props: WithholdingSectionProps) {
  const { withholding, mayWithhold, elsewhere, failure, busy } = props;
  return (
    <Section title="For readers" id="readers">
      {withholding === null ? (
        <p className="max-w-prose text-sm text-muted">
          Readers may have it as far as the desk offers captures.
        </p>
      ) : (
        <Notice kind="warning" title="Withheld from readers">
          <span className="wrap-anywhere whitespace-pre-line">{withholding.reason}</span>
          <span className="mt-1 block text-sm">
            {withholding.by}, <Time iso={withholding.at} />. Readers are told that it is withheld,
            when it was captured and its SHA-256, and not why.
          </span>
        </Notice>
      )}
      {elsewhere.length === 0 ? null : (
        <div className="text-sm">
          <p>The same source was captured for other claims. Each is withheld by itself:</p>
          <ul className="list-disc pl-5">
            {elsewhere.map(({ id, claim, isWithheld }) => (
              <li key={id}>
                <Link to={`/desk/captures/${id}#readers`} className="text-accent underline">
                  {claim}
                </Link>
                {isWithheld ? " (withheld)" : null}
              </li>
            ))}
          </ul>
        </div>
      )}
      {!mayWithhold ? null : withholding === null ? (
        <Form method="post" className="flex max-w-prose flex-col gap-3">
          <Refused failure={failure} intent="withhold" />
          <input type="hidden" name="intent" value="withhold" />
          <TextAreaField
            label="Why readers may not have it"
            name="reason"
            hint="Stays at the desk and in the trail. Nothing of the capture is removed."
            rows={2}
            maxLength={1000}
            defaultValue={failureOf(failure, "withhold")?.values["reason"] ?? ""}
            errors={failureOf(failure, "withhold")?.errors["reason"]}
          />
          <div>
            <Button icon={EyeOff} busy={busy}>
              Withhold from readers
            </Button>
          </div>
        </Form>
      ) : (
        <Form method="post" className="flex flex-col gap-2">
          <Refused failure={failure} intent="end_withholding" />
          <input type="hidden" name="intent" value="end_withholding" />
          <div>
            <Button icon={Eye} busy={busy}>
              Withhold no longer
            </Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

const Refused = ({ failure, intent }: Pick<FormState, "failure"> & { intent: string }) => (
  <FailureNotice failure={failureOf(failure, intent)} />
);
