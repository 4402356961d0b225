import type { ClaimFilter } from "~/domain/claim/list/claim-filter";
import type { ClaimItem, ClaimNews } from "~/domain/claim/list/claim-item";
import type { PageMark } from "~/domain/page-mark";
import type { ClaimView } from "~/domain/claim/list/claim-view";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { ClaimState } from "~/domain/review/workflow";
import type { Assignable } from "~/domain/assignment/suggest-reviewers";

export type ClaimCounts = Partial<Record<ClaimState, number>>;

export interface ClaimPage {
  rows: ClaimItem[];
  /** Where the next page begins; null on the last, and for a board. */
  next: PageMark | null;
  /** The last entry of the trail that these rows know of. */
  seq: number;
}

/** Which claims wait for somebody beside their state, as far as the person who asks may know of it. Ids of claims. */
export interface ClaimMarks {
  /** The article says something else now, and nobody has decided what that means. */
  drifted: string[];
  /** A reviewer has asked for help and has no answer. */
  asking: string[];
}

/** All claims of the desk, across articles. Days are counted from `today`, a civil date. */
export interface ClaimList {
  page(
    filter: ClaimFilter,
    today: string,
    part: { after: PageMark | null; size: number },
  ): Promise<ClaimPage>;
  /** How many claims of the filter stand in each state. */
  counts(filter: ClaimFilter, today: string): Promise<ClaimCounts>;
  /** The first claims of the filter in each state. */
  board(filter: ClaimFilter, today: string, perState: number): Promise<ClaimPage>;
  /** What happened to claims after an entry of the trail. */
  news(filter: ClaimFilter, today: string, since: number): Promise<ClaimNews>;
  marks(claimIds: readonly string[]): Promise<ClaimMarks>;
  /** Who can be given these claims, and what speaks for and against each. */
  assignable(claimIds: readonly string[]): Promise<Assignable[]>;
}

/** Lists that people gave a name. */
export interface ClaimViewStore {
  /** One's own and the shared ones, by name. */
  list(): Promise<ClaimView[]>;
  save(view: {
    id: string;
    name: string;
    query: string;
    shared: boolean;
  }): Promise<Result<null, Refusal>>;
  remove(id: string): Promise<Result<null, Refusal>>;
}
