/** What somebody can be told of. */
export const notificationKinds = [
  "assigned",
  "submitted",
  "returned",
  "disputed",
  "approved",
  "published",
  "signature_void",
  "mentioned",
  "proposal_accepted",
  "proposal_declined",
  "due_soon",
  "overdue",
  "idle",
  "offered",
  "expert_answered",
  "remarked",
  "conceded",
  "handed_over",
  "relieved",
  "article_changed",
  "vote_asked",
  "cleared",
  "clearance_ended",
  "retracted",
  "seat_emptied",
  "stalled",
  "editors_due_soon",
  "editors_overdue",
  "webhook_given_up",
  "embargo_failed",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/**
 * How somebody is told: `email` in the app and by e-mail at once, `app` in the app alone, `digest` in the daily e-mail
 * alone, `off` not at all.
 */
export const channels = ["email", "app", "digest", "off"] as const;
export type Channel = (typeof channels)[number];

/**
 * What a second reviewer must not learn before deciding: `verdict` is kept from them until they have, `discussion` also
 * while the claim is in review.
 */
export type HiddenFromBlind = "never" | "verdict" | "discussion";

interface KindRule {
  kind: NotificationKind;
  /** How a person is told who has set nothing themselves. */
  channel: Channel;
  hidden: HiddenFromBlind;
}

const kind = (name: NotificationKind, channel: Channel, hidden: HiddenFromBlind): KindRule => ({
  kind: name,
  channel,
  hidden,
});

export const kindRules: readonly KindRule[] = [
  kind("assigned", "email", "never"),
  kind("submitted", "email", "never"),
  kind("returned", "email", "verdict"),
  kind("disputed", "email", "verdict"),
  kind("approved", "app", "verdict"),
  kind("published", "app", "verdict"),
  kind("signature_void", "email", "verdict"),
  kind("mentioned", "email", "discussion"),
  kind("proposal_accepted", "app", "discussion"),
  kind("proposal_declined", "app", "discussion"),
  kind("due_soon", "email", "never"),
  kind("overdue", "email", "never"),
  kind("idle", "email", "never"),
  kind("offered", "app", "never"),
  kind("expert_answered", "email", "discussion"),
  kind("remarked", "app", "verdict"),
  kind("conceded", "email", "verdict"),
  kind("handed_over", "email", "never"),
  kind("relieved", "email", "never"),
  kind("article_changed", "app", "never"),
  kind("vote_asked", "email", "verdict"),
  kind("cleared", "app", "verdict"),
  kind("clearance_ended", "app", "verdict"),
  kind("retracted", "email", "verdict"),
  kind("seat_emptied", "email", "never"),
  kind("stalled", "app", "verdict"),
  kind("editors_due_soon", "app", "verdict"),
  kind("editors_overdue", "email", "verdict"),
  kind("webhook_given_up", "email", "never"),
  kind("embargo_failed", "email", "verdict"),
];

/**
 * Who can be told: the claim's lead or second reviewer, whoever has the next step in review, whoever assigned it last,
 * the editors who are not part of it, or the person whom the event itself names.
 */
export type Audience = "lead" | "second" | "next" | "assigner" | "editors" | "person";

interface NotificationRule {
  event: string;
  audience: Audience;
  kind: NotificationKind;
}

const tell = (event: string, audience: Audience, told: NotificationKind): NotificationRule => ({
  event,
  audience,
  kind: told,
});

/**
 * Who is told of what; never the person who did it. The database has the same rows (`notification_rules`; a test proves
 * both identical) and acts by them in the transaction in which it happens.
 */
export const notificationRules: readonly NotificationRule[] = [
  tell("name_lead", "lead", "assigned"),
  tell("name_second", "second", "assigned"),
  tell("submit", "second", "submitted"),
  tell("return", "lead", "returned"),
  tell("dispute", "lead", "disputed"),
  tell("dispute", "editors", "disputed"),
  tell("sign_off", "lead", "approved"),
  tell("sign_off", "second", "approved"),
  tell("adjudicate", "lead", "approved"),
  tell("adjudicate", "second", "approved"),
  tell("publish", "lead", "published"),
  tell("publish", "second", "published"),
  tell("void", "lead", "signature_void"),
  tell("void", "second", "signature_void"),
  tell("void", "person", "signature_void"),
  tell("mention", "person", "mentioned"),
  tell("accept_proposal", "person", "proposal_accepted"),
  tell("decline_proposal", "person", "proposal_declined"),
  tell("due_soon", "next", "due_soon"),
  tell("overdue", "next", "overdue"),
  tell("overdue", "assigner", "overdue"),
  tell("idle", "next", "idle"),
  tell("offer", "lead", "offered"),
  tell("offer", "assigner", "offered"),
  tell("guest_answer", "lead", "expert_answered"),
  tell("guest_answer", "person", "expert_answered"),
  tell("remark", "lead", "remarked"),
  tell("remark", "second", "remarked"),
  tell("remark_to", "person", "remarked"),
  tell("concede", "lead", "conceded"),
  tell("concede", "second", "conceded"),
  tell("carry", "lead", "approved"),
  tell("carry", "second", "approved"),
  tell("vote_anew", "editors", "vote_asked"),
  tell("hand_over", "lead", "handed_over"),
  tell("hand_over", "person", "relieved"),
  tell("hand_over_second", "second", "handed_over"),
  tell("take_over", "person", "relieved"),
  tell("drift", "lead", "article_changed"),
  tell("drift_published", "lead", "article_changed"),
  tell("drift_published", "editors", "article_changed"),
  tell("dispute_to_vote", "lead", "disputed"),
  tell("dispute_to_vote", "editors", "vote_asked"),
  tell("settle_by_one", "lead", "disputed"),
  tell("settle_by_one", "second", "disputed"),
  tell("settle_by_one", "editors", "disputed"),
  tell("clear", "lead", "cleared"),
  tell("clear", "second", "cleared"),
  tell("withdraw_clearance", "lead", "clearance_ended"),
  tell("withdraw_clearance", "second", "clearance_ended"),
  tell("end_clearance", "person", "clearance_ended"),
  tell("retract", "lead", "retracted"),
  tell("retract", "second", "retracted"),
  tell("retract_correction", "person", "retracted"),
  tell("empty_seat", "editors", "seat_emptied"),
  tell("empty_seat", "assigner", "seat_emptied"),
  tell("replace", "person", "relieved"),
  tell("stall", "editors", "stalled"),
  tell("stall", "assigner", "stalled"),
  tell("editors_due_soon", "editors", "editors_due_soon"),
  tell("editors_overdue", "editors", "editors_overdue"),
  tell("editors_overdue", "assigner", "editors_overdue"),
  tell("webhook_given_up", "person", "webhook_given_up"),
  tell("fail_embargo", "editors", "embargo_failed"),
  tell("fail_embargo", "person", "embargo_failed"),
];

export type ChannelSettings = Record<NotificationKind, Channel>;

/** How somebody is told of each kind, by what they have set and otherwise by what holds for everybody. */
export function channelSettings(
  set: readonly { kind: NotificationKind; channel: Channel }[],
): ChannelSettings {
  const all = [...kindRules, ...set].map(({ kind: name, channel }) => [name, channel] as const);
  return Object.fromEntries(all) as ChannelSettings;
}
