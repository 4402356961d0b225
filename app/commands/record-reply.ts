import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";
import { replyChannels, replyKinds } from "~/domain/review/right-of-reply";

import type { Ports } from "./ports";

const day = z.iso.date("Choose a day.");

export const replyRequestInput = z
  .object({
    claimId: z.uuid(),
    asked: z
      .string()
      .trim()
      .min(1, "Say whom you asked.")
      .max(200, "Shorten it to 200 characters."),
    channel: z.enum(replyChannels),
    askedOn: day,
    dueOn: day,
  })
  .refine(({ askedOn, dueOn }) => dueOn >= askedOn, {
    path: ["dueOn"],
    message: "The deadline lies before the day on which they were asked.",
  });

export const replyAnswerInput = z
  .object({
    requestId: z.uuid(),
    kind: z.enum(replyKinds, "Choose what came of it."),
    words: z.string().trim().max(4000, "Shorten the answer to 4,000 characters.").default(""),
    answeredOn: day,
  })
  .refine(({ kind, words }) => kind !== "answered" || words !== "", {
    path: ["words"],
    message: "Write down what they answered.",
  });

const allowed = (person: Person): Result<null, Refusal> =>
  may(person, "desk.enter")
    ? { ok: true, value: null }
    : fail({ kind: "forbidden", message: "Your account may not do this." });

/** Records that somebody was asked for comment on a claim. For its lead and editors who may read the review. */
export async function recordReplyRequest(
  { replies }: Pick<Ports, "replies">,
  person: Person,
  { claimId, ...request }: z.infer<typeof replyRequestInput>,
): Promise<Result<null, Refusal>> {
  const known = allowed(person);
  return known.ok ? replies.ask(claimId, request) : known;
}

/** Records once what came of it: an answer, a refusal, or silence when the deadline is over. */
export async function recordReplyAnswer(
  { replies }: Pick<Ports, "replies">,
  person: Person,
  { requestId, ...answer }: z.infer<typeof replyAnswerInput>,
): Promise<Result<null, Refusal>> {
  const known = allowed(person);
  return known.ok ? replies.answer(requestId, answer) : known;
}
