import type { ApprovalStore, KeyboardSettings, ReplyStore } from "./approvals";
import type { ArticleStore } from "./articles";
import type { AuditLog } from "./audit";
import type { CaptureStore } from "./captures";
import type { ClaimList, ClaimViewStore } from "./claim-list";
import type { ClaimStore } from "./claims";
import type { DeskSettings } from "./desk";
import type { DisputeStandings } from "./dispute-standings";
import type { DisputeStore } from "./disputes";
import type { ReviewDocuments } from "./documents";
import type { DriftStore } from "./drift";
import type { EvidenceFileStore } from "./evidence-files";
import type { GuestPages, GuestStore } from "./guests";
import type { HelpStore } from "./help";
import type { InsightStore } from "./insights";
import type { FeedStore, Intake, OriginalStore, TokenIntake, TokenStore } from "./intake";
import type { LanguageModel } from "./language-model";
import type { LookStore } from "./looks";
import type { MatchStore } from "./matches";
import type { NotificationStore, ReminderStore } from "./notifications";
import type { Invitations, PeopleDirectory, StaffStore } from "./people";
import type { PracticeStore } from "./practice";
import type { ReportStore } from "./reports";
import type { ReviewStore } from "./reviews";
import type { SuggestionStore } from "./suggestions";
import type { WorkStore } from "./work";

export type * from "./approvals";
export type * from "./articles";
export type * from "./audit";
export type * from "./captures";
export type * from "./claim-list";
export type * from "./claims";
export type * from "./desk";
export type * from "./dispute-standings";
export type * from "./disputes";
export type * from "./documents";
export type * from "./drift";
export type * from "./evidence-files";
export type * from "./guests";
export type * from "./help";
export type * from "./insights";
export type * from "./intake";
export type * from "./language-model";
export type * from "./looks";
export type * from "./matches";
export type * from "./notifications";
export type * from "./people";
export type * from "./practice";
export type * from "./reports";
export type * from "./reviews";
export type * from "./suggestions";
export type * from "./work";

/**
 * What commands and pages need of the world. Every port acts with the rights of one person (or of the public); the
 * store refuses what that person may not do, whatever the caller checked before.
 */
export interface Ports {
  articles: ArticleStore;
  claims: ClaimStore;
  claimList: ClaimList;
  claimViews: ClaimViewStore;
  matches: MatchStore;
  reviews: ReviewStore;
  disputes: DisputeStore;
  notifications: NotificationStore;
  reminders: ReminderStore;
  looks: LookStore;
  help: HelpStore;
  reports: ReportStore;
  people: PeopleDirectory;
  audit: AuditLog;
  insights: InsightStore;
  desk: DeskSettings;
  staff: StaffStore;
  work: WorkStore;
  invitations: Invitations;
  guests: GuestStore;
  guestPages: GuestPages;
  practice: PracticeStore;
  documents: ReviewDocuments;
  intake: Intake;
  suggestions: SuggestionStore;
  /** Null where the operator has set none up, which is the default. */
  languageModel: LanguageModel | null;
  approvals: ApprovalStore;
  replies: ReplyStore;
  keyboard: KeyboardSettings;
  originals: OriginalStore;
  tokens: TokenStore;
  tokenIntake: TokenIntake;
  feeds: FeedStore;
  drift: DriftStore;
  captures: CaptureStore;
  evidenceFiles: EvidenceFileStore;
  disputeStandings: DisputeStandings;
}
