/**
 * Where a link to an expert stands. `moved_on`: the claim is not in review any more; a claim that comes back into review
 * opens its links again.
 */
export const guestLinkStatuses = ["open", "answered", "revoked", "expired", "moved_on"] as const;
export type GuestLinkStatus = (typeof guestLinkStatuses)[number];

/** Days for which a link can be good, and is unless somebody says otherwise. */
export const guestLinkDays = { least: 1, most: 30, usual: 7 } as const;

/** A link by which one expert is asked about one claim, as those see it who ask. Its secret is kept nowhere. */
export interface GuestLink {
  id: string;
  claimId: string;
  expert: string;
  /** Empty where none was given. */
  affiliation: string;
  question: string;
  /** Person id. */
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  /** When it was opened for the first time. */
  openedAt: string | null;
  revokedAt: string | null;
}

/** Where a link stands at a moment. The database says the same when somebody opens it. */
export function guestLinkStatus(
  link: Pick<GuestLink, "revokedAt" | "expiresAt">,
  { isAnswered, isInReview, now }: { isAnswered: boolean; isInReview: boolean; now: Date },
): GuestLinkStatus {
  if (isAnswered) return "answered";
  if (link.revokedAt !== null) return "revoked";
  if (Date.parse(link.expiresAt) <= now.getTime()) return "expired";
  return isInReview ? "open" : "moved_on";
}

/** Whether there is something to take back. */
export const isRevocable = (status: GuestLinkStatus): boolean =>
  status === "open" || status === "moved_on";
