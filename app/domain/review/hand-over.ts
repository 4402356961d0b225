import { roleAtLeast, type Person } from "../people/person";
import type { Claim } from "../claim/claim";
import type { SecondExclusion } from "./second-verdict";

/** The part of a review that goes from one person to another. */
export type ReviewPart = "lead" | "second";

/** What somebody wrote for whom they gave a part of a review. */
export interface HandOver {
  id: string;
  part: ReviewPart;
  /** Person id. */
  by: string;
  note: string;
  at: string;
}

/** Whether a note is still of use to this person: they have the part that it came with. */
export const isAddressee = (
  { id }: Person,
  claim: Pick<Claim, "leadId" | "secondId">,
  { part }: Pick<HandOver, "part">,
): boolean => (part === "lead" ? claim.leadId : claim.secondId) === id;

/**
 * Who can be given this part of a review. `excluded` is who cannot decide second, as far as it is known; the database
 * refuses those whom it is not. An editor can read the verdict that waits, so none is asked to decide on it blind.
 */
export function takers(
  reviewers: readonly Person[],
  claim: Pick<Claim, "state" | "leadId" | "secondId" | "recusedIds">,
  part: ReviewPart,
  excluded: readonly SecondExclusion[] = [],
): Person[] {
  const barred = new Set(excluded.map(({ personId }) => personId));
  return reviewers.filter((person) => {
    if (person.id === claim.leadId || person.id === claim.secondId) return false;
    if (claim.recusedIds.includes(person.id)) return false;
    if (part === "lead") return true;
    if (barred.has(person.id)) return false;
    return claim.state !== "second_review" || !roleAtLeast(person.role, "editor");
  });
}
