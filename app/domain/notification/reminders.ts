/** When the desk reminds people by itself. */
export interface ReminderSchedule {
  /** The hour, in UTC, from which the digest of the day is sent. */
  digestHour: number;
  /** Days without an edit or a step until the lead of a claim in review is nudged. */
  nudgeDays: number;
  /** Days after the nudge until the claim is offered to others. */
  offerDays: number;
}

/** A claim in review that nobody works on, open to whoever would take it over. */
export interface ClaimOffer {
  claimId: string;
  idleSince: string;
}
