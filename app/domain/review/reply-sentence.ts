import { civilDateWords } from "../calendar/date-words";
import type { ReplyAnswer, ReplyChannel, ReplyRequest } from "./right-of-reply";

/** That somebody was asked, as readers are told it: without who recorded it. */
export type PublishedReply = Pick<ReplyRequest, "asked" | "channel" | "askedOn" | "dueOn"> & {
  answer: Pick<ReplyAnswer, "kind" | "words" | "answeredOn"> | null;
};

/** What a report says of the right of reply: a sentence, and the answer's own words where there are some. */
export interface ReplySentence {
  sentence: string;
  words: string | null;
}

const by: Record<ReplyChannel, string> = {
  email: "by e-mail",
  phone: "by telephone",
  letter: "by letter",
  form: "through their contact form",
  social: "by a message on a platform",
  in_person: "in person",
  other: "in another way",
};

/**
 * The report's sentences about the right of reply, one for each who was asked. Written from the record and never by hand.
 *
 * @param replies null for what was published before the record was published with it: then nothing is said.
 */
export function replySentences(replies: readonly PublishedReply[] | null): ReplySentence[] {
  if (replies === null) return [];
  if (replies.length === 0) {
    return [{ sentence: "Nobody is on record as having been asked for comment.", words: null }];
  }
  return replies.map((reply) => ({
    sentence: `${askedWords(reply)} ${answerWords(reply)}`,
    words: reply.answer?.words.trim() || null,
  }));
}

function askedWords({ asked, channel, askedOn, dueOn }: PublishedReply): string {
  const until = askedOn === dueOn ? "the same day" : `the end of ${civilDateWords(dueOn)}`;
  return `We asked ${asked.trim()} for comment ${by[channel]} on ${civilDateWords(askedOn)}, with time until ${until}.`;
}

function answerWords({ answer, dueOn }: PublishedReply): string {
  if (answer === null) return "No answer was on record when this was published.";
  const on = civilDateWords(answer.answeredOn);
  const late = answer.answeredOn > dueOn ? ", after the deadline" : "";
  switch (answer.kind) {
    case "answered":
      return `They answered on ${on}${late}:`;
    case "declined":
      return `They declined to comment on ${on}${late}${answer.words.trim() === "" ? "." : ":"}`;
    case "silence":
      return `They did not answer by the deadline${answer.words.trim() === "" ? "." : ":"}`;
  }
}
