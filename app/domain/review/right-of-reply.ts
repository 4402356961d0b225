export const replyChannels = [
  "email",
  "phone",
  "letter",
  "form",
  "social",
  "in_person",
  "other",
] as const;
export type ReplyChannel = (typeof replyChannels)[number];

export const replyChannelLabel: Record<ReplyChannel, string> = {
  email: "E-mail",
  phone: "Telephone",
  letter: "Letter",
  form: "Contact form",
  social: "Message on a platform",
  in_person: "In person",
  other: "Another way",
};

export const replyKinds = ["answered", "declined", "silence"] as const;
export type ReplyKind = (typeof replyKinds)[number];

export const replyKindLabel: Record<ReplyKind, string> = {
  answered: "Answered",
  declined: "Declined to comment",
  silence: "Did not answer by the deadline",
};

export interface ReplyAnswer {
  kind: ReplyKind;
  /** What they said; empty when they said nothing. */
  words: string;
  /** Civil date. */
  answeredOn: string;
  /** Person id. */
  recordedBy: string;
}

/** That somebody was asked for comment on a claim, and what came of it. */
export interface ReplyRequest {
  id: string;
  claimId: string;
  /** Whom: a person or office, in words. */
  asked: string;
  channel: ReplyChannel;
  /** Civil dates. */
  askedOn: string;
  dueOn: string;
  /** Person id. */
  recordedBy: string;
  /** Null while nothing is recorded. */
  answer: ReplyAnswer | null;
}

/** Silence can be told only of a deadline that is over. */
export const maySaySilence = ({ dueOn }: Pick<ReplyRequest, "dueOn">, today: string): boolean =>
  dueOn < today;
