import type { GuestAnswer } from "~/domain/guest/guest-answer";
import type { GuestLink, GuestLinkStatus } from "~/domain/guest/guest-link";
import type { Stance } from "~/domain/evidence/evidence";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { Sureness } from "~/domain/verdict/sureness";

export interface GuestQuestion {
  claimId: string;
  expert: string;
  affiliation: string;
  question: string;
  days: number;
}

/** What the desk asks experts. Everybody is told what they may read of it now. */
export interface GuestStore {
  /** The links of one claim, the oldest first. */
  links(claimId: string): Promise<GuestLink[]>;
  answers(claimId: string): Promise<GuestAnswer[]>;
  /** Answers with the secret of the link. It is not kept. */
  ask(question: GuestQuestion): Promise<Result<string, Refusal>>;
  revoke(linkId: string): Promise<Result<null, Refusal>>;
  /** Notes that an answer stands in the evidence. Look whether it does first. */
  takeUp(answerId: string): Promise<Result<null, Refusal>>;
}

/** What stands behind a link: what its page is about, or why it is shut. */
export type OpenedGuestLink =
  | { status: Exclude<GuestLinkStatus, "open"> }
  | {
      status: "open";
      expert: string;
      affiliation: string;
      question: string;
      expiresAt: string;
      claimId: string;
      statement: string;
      start: number;
      end: number;
      article: {
        title: string;
        outlet: string | null;
        publishedOn: string | null;
        language: string;
        text: string;
      };
    };

export interface GivenGuestAnswer {
  words: string;
  stance: Stance;
  sure: Sureness;
  sources: string[];
  hasConflict: boolean;
  interests: string;
  named: boolean;
  /** What the expert is one in, for where the name is not to be used. */
  field: string;
}

/** What somebody without an account can do who holds the secret of a link: read one claim and answer once. */
export interface GuestPages {
  /** Null where no link has this secret. */
  open(token: string): Promise<OpenedGuestLink | null>;
  answer(token: string, answer: GivenGuestAnswer): Promise<Result<null, Refusal>>;
}
