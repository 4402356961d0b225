import type { Article, ArticleDraft, ArticleVersion } from "~/domain/article/article";
import type { AuditEvent } from "~/domain/audit/audit-event";
import type { Claim, Priority, ProposedClaim } from "~/domain/claim/claim";
import type { WorkInHand } from "~/domain/assignment/work-in-hand";
import type { ClaimMatch, EarlierCheck, MatchDecision } from "~/domain/claim/match/claim-match";
import type { DismissalKind } from "~/domain/claim/dismissal";
import type {
  SuggestedStatement,
  Suggestion,
  SuggestionKind,
} from "~/domain/claim/suggestion/suggestion";
import type { Notification } from "~/domain/notification/notification";
import type { ClaimOffer, ReminderSchedule } from "~/domain/notification/reminders";
import type { Channel, ChannelSettings, NotificationKind } from "~/domain/notification/rules";
import type { Person, Role } from "~/domain/people/person";
import type { PersonPresent } from "~/domain/people/presence";
import type { OpenInvite, StaffMember } from "~/domain/people/staff";
import type { Refusal } from "~/domain/refusal";
import type { Report, ReportListItem } from "~/domain/report/report";
import type { Result } from "~/domain/result";
import type { HandOver } from "~/domain/review/hand-over";
import type { HelpRequest } from "~/domain/review/help-request";
import type { ReadOnlyDesk } from "~/domain/people/read-only-desk";
import type { Looks } from "~/domain/review/last-look";
import type { LoggedEdit } from "~/domain/review/logged-edit";
import type { CurrentReview } from "~/domain/review/review-content";
import type {
  DisputeProgress,
  DisputeRemark,
  DisputeVote,
  SettlementWay,
} from "~/domain/review/dispute";
import type { ReviewRules } from "~/domain/review/review-rules";
import type {
  BlindView,
  FoundSource,
  ReadSource,
  SecondExclusion,
  SecondVerdict,
  SignOff,
} from "~/domain/review/second-verdict";
import type { ClaimAction, ClaimState } from "~/domain/review/workflow";
import type {
  AgreementTables,
  Balance,
  LongestStanding,
  RatingCount,
  Throughput,
  TimeInStage,
  Waiting,
} from "~/domain/statistics/insights";
import type { Period } from "~/domain/statistics/period";
import type { VerdictVersion } from "~/domain/verdict/content";
import type { Rating } from "~/domain/verdict/rating";

import type { ApprovalStore, KeyboardSettings, ReplyStore } from "./approval-ports";
import type { ClaimList, ClaimViewStore } from "./claim-list";
import type { GuestPages, GuestStore } from "./guest-ports";
import type { LanguageModel } from "./language-model";
import type {
  FeedStore,
  OriginalBytes,
  OriginalStore,
  TokenIntake,
  TokenStore,
} from "./ports/intake";
import type { PracticeStore } from "./practice-ports";

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
}

export interface ArticleStore {
  /** Saving the same text of the same article again saves nothing and answers with what is there. */
  save(
    articleId: string,
    draft: ArticleDraft & { demo?: boolean },
    originalId?: string | null,
  ): Promise<Result<{ articleId: string; versionId: string }, Refusal>>;
  find(articleId: string): Promise<Article | null>;
  list(): Promise<ArticleSummary[]>;
  version(versionId: string): Promise<ArticleVersion | null>;
}

export interface ArticleSummary {
  id: string;
  title: string;
  outlet: string | null;
  publishedOn: string | null;
  createdAt: string;
  demo: boolean;
  /** How many claims stand in each state. */
  claims: Partial<Record<ClaimState, number>>;
}

export interface ActionPayload {
  statement?: string;
  /** The suggestion of a language model that the person worked from. */
  suggestionId?: string;
  kind?: DismissalKind;
  parts?: ProposedClaim[];
  withClaimId?: string;
  leadId?: string;
  secondId?: string;
  dueOn?: string | null;
  priority?: Priority;
  rating?: Rating;
  content?: string;
  contentHash?: string;
  documentHead?: number;
  /** With a second verdict: the listed sources that its author relied on, and those they found. */
  sources?: readonly ReadSource[];
  found?: readonly FoundSource[];
  /** With a vote: the version and the round that were looked at, and whether it may be shown as dissent. */
  number?: number;
  round?: number;
  mayPublish?: boolean;
  /** Why an exception from the separation of duties is made. */
  exception?: string;
  /** Who a part of the review is handed over to. */
  toId?: string;
}

/** One step of a claim. `expectedVersion` is the version the person was looking at. */
export interface ClaimStep {
  claimId: string;
  action: Exclude<ClaimAction, "publish" | "clear" | "withdraw_clearance">;
  expectedVersion: number;
  reason?: string;
  payload?: ActionPayload;
}

export interface ClaimStore {
  find(claimId: string): Promise<Claim | null>;
  /** Those of these claims that there are, in no order. */
  these(claimIds: readonly string[]): Promise<Claim[]>;
  ofArticle(articleId: string): Promise<Claim[]>;
  /** Claims that wait for this person, as lead or second reviewer. */
  assignedTo(personId: string): Promise<Claim[]>;
  /** Claims in these states across articles, the longest untouched first, and at most so many. */
  inStates(states: readonly ClaimState[], most: number): Promise<Claim[]>;
  /** Reviews under way that have no lead or no second reviewer, because one declared a conflict of interest. */
  withoutSomebody(): Promise<Claim[]>;
  declareConflict(step: {
    claimId: string;
    expectedVersion: number;
    reason: string;
  }): Promise<Result<{ state: ClaimState; version: number }, Refusal>>;
  /** Who cannot be made second reviewer of a claim, and why. Told to editors and to the second reviewer. */
  excludedAsSecond(claimId: string): Promise<SecondExclusion[]>;
  propose(
    versionId: string,
    claims: ProposedClaim[],
    origin: Claim["origin"],
  ): Promise<Result<string[], Refusal>>;
  /** Takes the lead of a claim that is offered because nobody works on it. */
  takeOffered(step: {
    claimId: string;
    expectedVersion: number;
  }): Promise<Result<{ state: ClaimState; version: number }, Refusal>>;
  /** What was written for this person when a part of this claim was handed to them, until they have read it. */
  unreadHandOver(claimId: string, personId: string): Promise<HandOver | null>;
  seeHandOver(handOverId: string): Promise<Result<null, Refusal>>;
  act(step: ClaimStep): Promise<Result<{ state: ClaimState; version: number }, Refusal>>;
}

/** What language models suggested, as far as it passed the checks. */
export interface SuggestionStore {
  /** Keeps a suggestion in the name of who asked for it, with its audit event; answers with its id. */
  record(made: {
    claimId: string;
    kind: SuggestionKind;
    model: string;
    statements: SuggestedStatement[];
    askedBy: string;
  }): Promise<Result<string, Refusal>>;
  find(suggestionId: string): Promise<Suggestion | null>;
}

export interface MatchStore {
  /** The matches of these claims, seen from each of them: which claim of the desk or earlier check says the same. */
  ofClaims(claimIds: readonly string[]): Promise<ClaimMatch[]>;
  decide(matchId: string, decision: MatchDecision): Promise<Result<null, Refusal>>;
  importChecks(
    checks: readonly EarlierCheck[],
  ): Promise<Result<{ added: number; changed: number }, Refusal>>;
  /** Says that there may be something new to compare. What is found appears with the claims a moment later. */
  lookAgain(): void;
}

/** Finds what claims repeat, with the rights of the server. */
export interface MatchIndex {
  /** Compares some of the claims that wait for it; answers with how many, 0 when none waits. */
  compareNext(): Promise<number>;
}

export interface Adjudication {
  by: string;
  firstRating: Rating;
  secondRating: Rating;
  finalRating: Rating;
  reason: string;
  how: SettlementWay;
  /** Of a vote: the round that carried. */
  round: number | null;
  /** The version that was signed, and the one that was disputed; the latter is null for old rows. */
  versionId: string;
  disputedVersionId: string | null;
  decidedAt: string;
}

/** What a review left behind, as far as this person may see it. */
export interface ReviewRecord {
  versions: VerdictVersion[];
  secondVerdicts: SecondVerdict[];
  signOffs: SignOff[];
  adjudications: Adjudication[];
}

export interface ReviewStore {
  record(claimId: string): Promise<ReviewRecord>;
  /** Whether this person, as second reviewer, has decided on the latest submitted version. */
  revealed(claimId: string, personId: string): Promise<boolean>;
  /** What the person who asks may read as a second reviewer who has not decided; null for everybody else. */
  blindView(claimId: string): Promise<BlindView | null>;
}

/** What is said and voted about disputes, as far as the person who asks may see it. */
export interface DisputeStore {
  /** Votes of all rounds, the oldest first. Those of an open round only for who has voted in it. */
  votes(claimId: string): Promise<DisputeVote[]>;
  remarks(claimId: string): Promise<DisputeRemark[]>;
  /** How far the vote has come; null when there is no open dispute to read. */
  progress(claimId: string): Promise<DisputeProgress | null>;
  /** Saying the same under one id again says nothing more. */
  remark(said: { claimId: string; remarkId: string; text: string }): Promise<Result<null, Refusal>>;
}

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
  /** How many the person who asks has not read, up to 100. */
  unread(): Promise<number>;
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

export interface LookStore {
  /** How far the person who asks has seen a claim's review; null when they never did. Ask `mayReadHistory` first. */
  of(claimId: string): Promise<Looks | null>;
}

/** Questions of those who write reviews. Everybody is told those of reviews that they may read now. */
export interface HelpStore {
  /** Those that wait for an answer, the longest waiting first. */
  open(): Promise<HelpRequest[]>;
  /** All that were asked in one review, the oldest first. */
  ofClaim(claimId: string): Promise<HelpRequest[]>;
  ask(claimId: string, question: string): Promise<Result<null, Refusal>>;
  answer(requestId: string, answer: string): Promise<Result<null, Refusal>>;
}

export interface PublicationRequest {
  slug: string;
  headline: string;
  summary: string;
  /** Why whoever checked or signed publishes all the same. */
  exception?: string;
  verdicts: { claimId: string; version: number; slug: string; shortClaim: string }[];
}

/** One step of a published report's trail, as the public may read it. */
export interface PublicTrailEntry {
  seq: number;
  at: string;
  action: string;
  entityId: string;
  capacity: "lead" | "second" | "editor";
  hash: string;
}

export interface ReportStore {
  publish(
    articleId: string,
    request: PublicationRequest,
  ): Promise<Result<{ slug: string }, Refusal>>;
  list(): Promise<ReportListItem[]>;
  find(slug: string): Promise<Report | null>;
  /** The report that holds this verdict. */
  ofVerdict(verdictSlug: string): Promise<Report | null>;
  /** Whether this person signed a verdict of this article's claims, and the signature holds. */
  signedAny(articleId: string, personId: string): Promise<boolean>;
  slugOfArticle(articleId: string): Promise<string | null>;
  trail(slug: string): Promise<PublicTrailEntry[]>;
}

export interface PeopleDirectory {
  /** Everybody who may take part in reviews, by name. */
  reviewers(): Promise<Person[]>;
  names(ids: readonly string[]): Promise<Map<string, string>>;
}

export interface AuditLog {
  /** The trail of one claim, article or report, the oldest first. */
  of(entity: AuditEvent["entity"], entityId: string): Promise<AuditEvent[]>;
}

/** Everybody with an account, for who may `people.manage`. */
export interface StaffStore {
  list(): Promise<StaffMember[]>;
  invites(): Promise<OpenInvite[]>;
  /** Answers with the secret of the link. It is not kept. */
  invite(email: string, role: Role, days: number): Promise<Result<string, Refusal>>;
  revokeInvite(inviteId: string): Promise<Result<null, Refusal>>;
  setRole(personId: string, role: Role): Promise<Result<null, Refusal>>;
  setDisabled(personId: string, disabled: boolean): Promise<Result<null, Refusal>>;
  /** An empty byline takes it away. */
  setByline(personId: string, byline: string): Promise<Result<null, Refusal>>;
}

/** What people have in hand, and how much is meant to be enough. */
export interface WorkStore {
  /** Everybody's for who may set limits, one's own for others. */
  inHand(): Promise<WorkInHand>;
  /** Null: what holds for everybody. */
  setLimit(personId: string, limit: number | null): Promise<Result<null, Refusal>>;
  setDefaultLimit(limit: number): Promise<Result<null, Refusal>>;
}

/** The one thing that somebody without an account can do: take up an invitation whose secret they hold. */
export interface Invitations {
  find(token: string): Promise<{ email: string; role: Role; expiresAt: string } | null>;
  /** Makes the account and gives it the role; answers with its address. */
  accept(
    token: string,
    account: { name: string; password: string },
  ): Promise<Result<{ email: string }, Refusal>>;
}

export interface DeskSettings {
  /** Null while the desk is open, as it nearly always is. Anybody may ask. */
  readOnly(): Promise<ReadOnlyDesk | null>;
  /** Closes the desk for every write of people, or opens it again. */
  setReadOnly(on: boolean, reason: string): Promise<Result<null, Refusal>>;
  reviewRules(): Promise<ReviewRules>;
  setReviewRules(rules: ReviewRules): Promise<Result<null, Refusal>>;
}

/** Where time goes on the desk. Demonstrations are never counted. Ask `insights.read` first. */
export interface InsightStore {
  timeInStage(period: Period): Promise<TimeInStage[]>;
  /** The steps in which anything happened, in the length that `stepOf` gives them. */
  throughput(period: Period): Promise<Throughput[]>;
  /** What waits now, those with the most idle claims first. */
  waiting(idleDays: number): Promise<Waiting[]>;
  /** The claims under way that have stood longest where they are. */
  oldest(): Promise<LongestStanding[]>;
  verdicts(period: Period): Promise<RatingCount[]>;
  balance(period: Period): Promise<Balance[]>;
  agreement(period: Period): Promise<AgreementTables>;
}

/** The live review documents of this process. */
export interface ReviewDocuments {
  /** What is committed of a claim's shared document, and the number of its last update. */
  read(claimId: string): Promise<CurrentReview>;
  /** The committed rows of a claim's shared document after one, oldest first. Ask `mayReadHistory` before showing any. */
  history(claimId: string, after?: number): Promise<LoggedEdit[]>;
  /**
   * Who is in the rooms of these claims now; rooms with nobody in them are left out. Ask `reviewAccess` before telling
   * anybody.
   */
  present(claimIds: readonly string[]): ReadonlyMap<string, readonly PersonPresent[]>;
  /** Says that who may do what in this claim's room has changed, so that open sockets are judged again. */
  rightsChanged(claimId: string): void;
}

/** A draft, with what a person must know before they take it for the whole article. */
export interface FoundArticle extends ArticleDraft {
  notice: string | null;
  original: OriginalBytes;
}

export interface Intake {
  /** Fetches a public page and reads the article in it. */
  fetch(url: string): Promise<Result<FoundArticle, string>>;
  /** Reads an uploaded file. */
  read(file: {
    name: string;
    type: string;
    bytes: Uint8Array;
  }): Promise<Result<FoundArticle, string>>;
}
