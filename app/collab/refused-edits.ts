import { closeCode } from "./protocol";
import type { StageProblem } from "./staged-document";
import type { RefusedWrite, RowRefusal } from "./store";

/** How a connection ends over an edit that was refused. */
export interface Dismissal {
  code: number;
  /** What the sender is told; null for the words of the problem itself. */
  reason: string | null;
  /** As what it stands in the trail; null for what anybody's broken page could send. */
  record: RefusedWrite | null;
}

/** What becomes of the sender of each kind of edit that is no edit. A gap is asked about first. */
export const dismissals: Readonly<Record<StageProblem["kind"], Dismissal>> = {
  gap: { code: closeCode.badMessage, reason: "missing predecessors", record: null },
  foreign: { code: closeCode.badMessage, reason: "foreign client id", record: "foreign_client" },
  not_theirs: { code: closeCode.badMessage, reason: "foreign comment", record: "comment" },
  no_right: { code: closeCode.noRight, reason: null, record: "read_only" },
  malformed: { code: closeCode.badMessage, reason: "malformed update", record: null },
  too_large: { code: closeCode.tooLarge, reason: null, record: null },
};

/** The problems that are none when it turns out whose work it is. */
export const isPerhapsOthersWork = ({ kind }: StageProblem): boolean =>
  dismissals[kind].record !== null;

/** How the connections of an author end whose edit the database did not take. */
export const codeOfRefusedRow: Readonly<Record<RowRefusal, number>> = {
  not_in_review: closeCode.rightsReduced,
  read_only: closeCode.rightsReduced,
  foreign_client: closeCode.badMessage,
  no_claim: closeCode.noRight,
  no_right: closeCode.noRight,
  second_reviewer: closeCode.noRight,
};
