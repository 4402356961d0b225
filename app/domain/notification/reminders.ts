/** When the desk reminds people by itself. */
export interface ReminderSchedule {
  /** The hour, in UTC, from which the digest of the day is sent. */
  digestHour: number;
  /** Days without an edit or a step until whoever has the next step is nudged: lead, second reviewer or editors. */
  nudgeDays: number;
  /** Days after the nudge until a claim in review is offered to others, and of one in second review the editors are told. */
  offerDays: number;
}

/** A claim in review that nobody works on, open to whoever would take it over. */
export interface ClaimOffer {
  claimId: string;
  idleSince: string;
}
