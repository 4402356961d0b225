/** What a second reviewer reads before deciding, beside claim, article and sources: the rationale, or nothing more. */
export const secondSees = ["rationale", "sources"] as const;
export type SecondSees = (typeof secondSees)[number];

/** Who settles a dispute that the two do not settle themselves: one editor, or three by vote. */
export const disputeWays = ["editor", "vote"] as const;
export type DisputeWay = (typeof disputeWays)[number];

/** What the desk itself decides about second verdicts and disputes. An admin sets it. */
export interface ReviewRules {
  secondSees: SecondSees;
  disputes: DisputeWay;
}
