import { Form } from "@remix-run/react";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { DateField, SelectField, TextAreaField, TextField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { CivilDate } from "~/components/ui/time";
import {
  maySaySilence,
  replyChannelLabel,
  replyChannels,
  replyKindLabel,
  replyKinds,
  type ReplyRequest,
} from "~/domain/review/right-of-reply";

/** Whom the desk asked for comment, and what came of it. */
export function ReplyList({ replies }: { replies: readonly ReplyRequest[] }) {
  if (replies.length === 0) {
    return <p className="text-muted">Nobody is on record as having been asked for comment.</p>;
  }
  return (
    <ul className="flex flex-col gap-3">
      {replies.map((reply) => (
        <li key={reply.id}>
          <Reply reply={reply} />
        </li>
      ))}
    </ul>
  );
}

function Reply({ reply }: { reply: ReplyRequest }) {
  const { asked, channel, askedOn, dueOn, answer } = reply;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium wrap-anywhere">{asked}</span>
        <Badge tone={answer === null ? "warning" : "neutral"}>
          {answer === null ? "Nothing recorded yet" : replyKindLabel[answer.kind]}
        </Badge>
      </p>
      <p className="text-sm text-muted">
        {replyChannelLabel[channel]}, <CivilDate date={askedOn} />, to answer by{" "}
        <CivilDate date={dueOn} />
      </p>
      {answer && answer.words !== "" ? (
        <p className="border-l-2 border-line-strong pl-3 text-sm whitespace-pre-line wrap-anywhere">
          {answer.words}
        </p>
      ) : null}
      {answer ? (
        <p className="text-sm text-muted">
          Recorded for <CivilDate date={answer.answeredOn} />
        </p>
      ) : null}
    </div>
  );
}

export interface RightOfReplyProps extends FormState {
  claim: ClaimReference;
  replies: readonly ReplyRequest[];
  mayRecord: boolean;
  /** Today's civil date. */
  today: string;
}

/** The right of reply on the claim's own page: what is on record, and for its lead and editors the forms. */
export function RightOfReply({
  claim,
  replies,
  mayRecord,
  today,
  failure,
  busy,
}: RightOfReplyProps) {
  const refused = failureOf(failure, "ask_reply", claim.id);
  const field = (name: "asked" | "askedOn" | "dueOn", usual = "") => ({
    name,
    defaultValue: refused?.values[name] ?? usual,
    errors: refused?.errors[name],
  });
  return (
    <div className="flex flex-col gap-3">
      <ReplyList replies={replies} />
      {mayRecord
        ? replies
            .filter(({ answer }) => answer === null)
            .map((reply) => (
              <AnswerForm key={reply.id} {...{ claim, reply, today, failure, busy }} />
            ))
        : null}
      {mayRecord ? (
        <details
          key={replies.length}
          className="rounded-md border border-line bg-raised"
          open={refused !== null}
        >
          <summary className="min-h-9 px-3 py-1.5 font-medium">Record whom you asked</summary>
          <Form method="post" className="flex flex-col gap-3 border-t border-line p-3">
            <ClaimFields intent="ask_reply" claim={claim} />
            <FailureNotice failure={refused} />
            <TextField {...field("asked")} label="Whom" maxLength={200} />
            <SelectField
              label="How"
              name="channel"
              defaultValue={refused?.values["channel"] ?? "email"}
              options={replyChannels.map((one) => ({ value: one, label: replyChannelLabel[one] }))}
            />
            <DateField {...field("askedOn", today)} label="Asked on" />
            <DateField {...field("dueOn")} label="To answer by" />
            <div>
              <Button busy={busy}>Record it</Button>
            </div>
          </Form>
        </details>
      ) : null}
    </div>
  );
}

interface AnswerFormProps extends FormState {
  claim: ClaimReference;
  reply: ReplyRequest;
  today: string;
}

function AnswerForm({ claim, reply, today, failure, busy }: AnswerFormProps) {
  const known = failureOf(failure, "answer_reply", claim.id);
  const refused = known?.values["requestId"] === reply.id ? known : null;
  const kinds = replyKinds.filter((kind) => kind !== "silence" || maySaySilence(reply, today));
  return (
    <details className="rounded-md border border-line bg-raised" open={refused !== null}>
      <summary className="min-h-9 px-3 py-1.5 font-medium">What came of it: {reply.asked}</summary>
      <Form method="post" className="flex flex-col gap-3 border-t border-line p-3">
        <ClaimFields intent="answer_reply" claim={claim} />
        <input type="hidden" name="requestId" value={reply.id} />
        <FailureNotice failure={refused} />
        <SelectField
          label="Outcome"
          name="kind"
          defaultValue={refused?.values["kind"] ?? "answered"}
          options={kinds.map((kind) => ({ value: kind, label: replyKindLabel[kind] }))}
          errors={refused?.errors["kind"]}
        />
        <TextAreaField
          label="Their words"
          optional
          name="words"
          hint="As they were given. Cannot be changed afterwards."
          rows={4}
          maxLength={4000}
          defaultValue={refused?.values["words"] ?? ""}
          errors={refused?.errors["words"]}
        />
        <DateField
          label="On"
          name="answeredOn"
          defaultValue={refused?.values["answeredOn"] ?? today}
          errors={refused?.errors["answeredOn"]}
        />
        <div>
          <Button busy={busy}>Record it</Button>
        </div>
      </Form>
    </details>
  );
}
