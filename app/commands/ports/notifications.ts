import type { Notification } from "~/domain/notification/notification";
import type { ClaimOffer, ReminderSchedule } from "~/domain/notification/reminders";
import type { Channel, ChannelSettings, NotificationKind } from "~/domain/notification/rules";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

/** Somebody mentioned this person in a comment, or decided on their proposal, and they have not looked at it since. */
export interface UnseenMention {
  kind: "mentioned" | "accepted" | "declined";
  claimId: string;
  commentId: string;
  /** Person id. */
  by: string;
  at: string;
}

export interface NotificationStore {
  /** What the person who asks was told in the app, the newest first, older than the one with this number. */
  page(most: number, before: number | null): Promise<Notification[]>;
  /** The mentions of the person who asks, the newest first. Ask `reviewAccess` before showing any. */
  unseenMentions(): Promise<UnseenMention[]>;
  /** The newest that the person who asks was told of this claim and has not read, by its number; null for none. */
  newestUnreadOf(claimId: string): Promise<number | null>;
  see(notificationId: string): Promise<void>;
  /** Says that the person who asks has looked at a claim. */
  seeThoseOf(claimId: string): Promise<void>;
  /** Says that the person who asks has seen this one and all before it. */
  seeUpTo(seq: number): Promise<void>;
  /** What the person who asks has set themselves. */
  channels(): Promise<{ kind: NotificationKind; channel: Channel }[]>;
  setChannels(settings: Partial<ChannelSettings>): Promise<Result<null, Refusal>>;
}

export interface ReminderStore {
  schedule(): Promise<ReminderSchedule>;
  setSchedule(schedule: ReminderSchedule): Promise<Result<null, Refusal>>;
  /** Claims that nobody works on, the longest untouched first. */
  offers(): Promise<ClaimOffer[]>;
}
