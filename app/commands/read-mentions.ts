import type { Claim } from "~/domain/claim/claim";
import { documentRight, reviewAccess } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";

import type { Ports, UnseenMention } from "./ports";

/** A mention with the claim in whose discussion it stands. */
export interface ReadableMention extends UnseenMention {
  claim: Claim;
}

/**
 * What mentions this person and they can read now, the newest first; of each discussion once. And each of their proposals
 * that was decided on, by what was decided last.
 */
export async function readMentions(ports: Ports, person: Person): Promise<ReadableMention[]> {
  const unseen = await ports.notifications.unseenMentions();
  const subject = ({ kind, claimId, commentId }: UnseenMention) =>
    kind === "mentioned" ? claimId : `${claimId} ${commentId}`;
  const newest = [...new Map(unseen.toReversed().map((one) => [subject(one), one])).values()];
  const readable = await Promise.all(
    newest.map(async (mention): Promise<ReadableMention[]> => {
      const claim = await ports.claims.find(mention.claimId);
      if (!claim) return [];
      const revealed =
        claim.secondId === person.id && (await ports.reviews.revealed(claim.id, person.id));
      const access = reviewAccess(person, claim, revealed);
      return documentRight(access) === null ? [] : [{ ...mention, claim }];
    }),
  );
  return readable.flat().sort((a, b) => b.at.localeCompare(a.at));
}
