/** What somebody has in hand. */
export interface Workload {
  id: string;
  name: string;
  /** How many claims at once are enough for them; null when what holds for everybody holds for them. */
  ownLimit: number | null;
  /** Claims in review that they lead. */
  leads: number;
  /** Claims on which they are to decide second. */
  seconds: number;
}

export interface WorkInHand {
  /** How many claims at once are enough for everybody who has no limit of their own. */
  limit: number;
  people: Workload[];
}

export const limitOf = ({ ownLimit }: Workload, { limit }: Pick<WorkInHand, "limit">): number =>
  ownLimit ?? limit;

/** By how many claims somebody is over their limit; 0 when they are within it. */
export const overBy = (person: Workload, all: Pick<WorkInHand, "limit">): number =>
  Math.max(0, person.leads + person.seconds - limitOf(person, all));

/** What one more claim would mean for this person; null when it leaves them within their limit. It warns, it forbids nothing. */
export function oneMoreWarning(person: Workload, all: Pick<WorkInHand, "limit">): string | null {
  const then = person.leads + person.seconds + 1;
  const limit = limitOf(person, all);
  return then <= limit
    ? null
    : `With one more you would have ${then} claims in hand; ${limit} are meant to be enough.`;
}
