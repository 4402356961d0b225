import { Form } from "@remix-run/react";
import { MessageSquare } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { Time } from "~/components/ui/time";
import type { DisputeRemark } from "~/domain/review/dispute";

export interface RemarksProps extends FormState {
  claim: ClaimReference;
  /** The oldest first. */
  remarks: readonly DisputeRemark[];
  nextId: string;
  /** Who reads this; what they are typing stays while others speak. */
  personId: string;
  maySpeak: boolean;
  nameOf: (id: string) => string;
}

/** What is said about a dispute, and a form to say something. What was said stays as it is. */
export function Remarks(props: RemarksProps) {
  const { claim, remarks, nextId, personId, maySpeak, nameOf, failure, busy } = props;
  const refused = failureOf(failure, "remark", claim.id);
  const own = remarks.filter(({ by }) => by === personId).length;
  return (
    <div className="flex flex-col gap-4">
      {remarks.length === 0 ? (
        <p className="text-muted">Nothing was said yet.</p>
      ) : (
        <RemarkList remarks={remarks} nameOf={nameOf} />
      )}
      {maySpeak ? (
        <Form method="post" className="flex max-w-2xl flex-col gap-3" key={own}>
          <ClaimFields intent="remark" claim={claim} />
          <input type="hidden" name="remarkId" value={nextId} />
          <FailureNotice failure={refused} />
          <TextAreaField
            label="Say something"
            name="text"
            hint="Lead, second reviewer and editors read it, now and later. It cannot be changed."
            rows={3}
            maxLength={1000}
            defaultValue={refused?.values["text"]}
            errors={refused?.errors["text"]}
          />
          <div>
            <Button icon={MessageSquare} busy={busy}>
              Say it
            </Button>
          </div>
        </Form>
      ) : null}
    </div>
  );
}

export function RemarkList({ remarks, nameOf }: Pick<RemarksProps, "remarks" | "nameOf">) {
  return (
    <ol className="flex flex-col gap-3">
      {remarks.map(({ id, by, text, at }) => (
        <li key={id} className="flex flex-col gap-0.5 border-l-2 border-line pl-3">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-medium">{nameOf(by)}</span>
            <Time iso={at} className="text-sm text-muted" />
          </p>
          <p className="wrap-anywhere whitespace-pre-line">{text}</p>
        </li>
      ))}
    </ol>
  );
}
