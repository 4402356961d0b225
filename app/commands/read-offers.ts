import type { Claim } from "~/domain/claim/claim";
import type { ClaimOffer } from "~/domain/notification/reminders";
import { mayTakeOver } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";

/** Claims that nobody works on and that this person might take over, the longest untouched first. */
export async function readOffers(
  { reminders, claims }: Pick<Ports, "reminders" | "claims">,
  person: Person,
): Promise<(ClaimOffer & { claim: Claim })[]> {
  const offers = await reminders.offers();
  if (offers.length === 0) return [];
  const found = await claims.these(offers.map(({ claimId }) => claimId));
  const byId = new Map(found.map((claim) => [claim.id, claim]));
  return offers.flatMap((offer) => {
    const claim = byId.get(offer.claimId);
    return claim && mayTakeOver(person, claim) ? [{ ...offer, claim }] : [];
  });
}
