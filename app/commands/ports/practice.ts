import type {
  KeptCase,
  PracticeCase,
  PracticeOffer,
  PracticeOutcome,
  PracticeResult,
  PractisingPerson,
} from "~/domain/practice/practice";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { Rating } from "~/domain/verdict/rating";
import type { Sureness } from "~/domain/verdict/sureness";

export interface PracticeTry {
  caseId: string;
  rating: Rating;
  sure: Sureness;
  reason: string;
}

/** Settled claims to practise on. No claim and no statistic knows of any of it. */
export interface PracticeStore {
  /** What the person who asks can try. */
  offers(): Promise<PracticeOffer[]>;
  /** Null where there is none, or none for the person who asks. */
  find(caseId: string): Promise<PracticeCase | null>;
  /** Keeps an answer; tells which of this person's on the case it is. */
  answer(attempt: PracticeTry): Promise<Result<number, Refusal>>;
  /** Null before the person who asks has answered. */
  outcome(caseId: string): Promise<PracticeOutcome | null>;
  /** First answers of the person who asks, the latest first. */
  record(): Promise<PracticeResult[]>;
  mark(claimId: string): Promise<Result<null, Refusal>>;
  end(caseId: string): Promise<Result<null, Refusal>>;
  /** Ask `practice.oversee` before these two. */
  people(): Promise<PractisingPerson[]>;
  kept(): Promise<KeptCase[]>;
}
