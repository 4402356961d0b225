import type { PersonPresent } from "~/domain/people/presence";
import type { LoggedEdit } from "~/domain/review/logged-edit";
import type { CurrentReview } from "~/domain/review/review-content";

/** The live review documents of this process. */
export interface ReviewDocuments {
  /** What is committed of a claim's shared document, and the number of its last update. */
  read(claimId: string): Promise<CurrentReview>;
  /** The committed rows of a claim's shared document after one, oldest first. Ask `mayReadHistory` before showing any. */
  history(claimId: string, after?: number): Promise<LoggedEdit[]>;
  /**
   * Who is in the rooms of these claims now; rooms with nobody in them are left out. Ask `reviewAccess` before telling
   * anybody.
   */
  present(claimIds: readonly string[]): ReadonlyMap<string, readonly PersonPresent[]>;
  /** Says that who may do what in this claim's room has changed, so that open sockets are judged again. */
  rightsChanged(claimId: string): void;
}
