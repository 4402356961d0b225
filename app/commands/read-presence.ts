import { documentRight, reviewAccess } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { PersonPresent } from "~/domain/people/presence";

import type { Ports } from "./ports";

/** The others who are in each room, by claim id. Rooms with nobody else in them are left out. */
export type PeopleInRooms = Record<string, readonly PersonPresent[]>;

/**
 * Who else is in the rooms of these claims now, as far as this person may see the reviews themselves: whoever is in a
 * room is shown there, so whoever may not go in learns nothing of it.
 */
export async function readPresence(
  ports: Ports,
  person: Person,
  claimIds: readonly string[],
): Promise<PeopleInRooms> {
  const present = new Map<string, readonly PersonPresent[]>();
  for (const [claimId, people] of ports.documents.present(claimIds)) {
    const others = people.filter(({ id }) => id !== person.id);
    if (others.length > 0) present.set(claimId, others);
  }
  if (present.size === 0) return {};
  const claims = await ports.claims.these([...present.keys()]);
  const readable = await Promise.all(
    claims.map(async (claim) => {
      const revealed =
        claim.secondId === person.id && (await ports.reviews.revealed(claim.id, person.id));
      return documentRight(reviewAccess(person, claim, revealed)) === null ? [] : [claim.id];
    }),
  );
  return Object.fromEntries(readable.flat().map((id) => [id, present.get(id) ?? []]));
}
