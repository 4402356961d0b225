import { randomUUID } from "node:crypto";

import type { SupabaseClient } from "@supabase/supabase-js";
import postgres from "postgres";

import type { Ports, TokenRefusal } from "~/commands/ports";
import { saveArticle } from "~/commands/save-article";
import { approvalStore } from "~/data/approvals.server";
import { captureStore } from "~/data/captures.server";
import { correctionStore } from "~/data/corrections.server";
import { embargoStore } from "~/data/embargoes.server";
import { followerStore } from "~/data/followers.server";
import { errorReportStore } from "~/data/error-reports.server";
import { evidenceFileStore } from "~/data/evidence-files.server";
import { articleStore } from "~/data/articles.server";
import { auditLog } from "~/data/audit.server";
import { checkpointCopies } from "~/data/checkpoint-copies.server";
import { claimList } from "~/data/claim-list.server";
import { claimViewStore } from "~/data/claim-views.server";
import { claimStore } from "~/data/claims.server";
import { guestPages, guestStore } from "~/data/guests.server";
import { helpStore } from "~/data/help.server";
import { deskSettings } from "~/data/desk.server";
import { disputeStandings } from "~/data/dispute-standings.server";
import { disputeStore } from "~/data/disputes.server";
import { driftStore } from "~/data/drift.server";
import { insightStore } from "~/data/insights.server";
import { deskByToken, tokenIntake, tokenStore } from "~/data/api-tokens.server";
import { feedStore } from "~/data/feeds.server";
import { originalStore } from "~/data/originals.server";
import { keyboardSettings } from "~/data/keyboard.server";
import { lookStore } from "~/data/looks.server";
import { objectStore } from "~/data/object-store.server";
import { notificationStore } from "~/data/notifications.server";
import { currentPerson, peopleDirectory } from "~/data/people.server";
import { logStore } from "~/data/public-log.server";
import { practiceStore } from "~/data/practice.server";
import { matchIndex } from "~/data/match-index.server";
import { matchStore } from "~/data/matches.server";
import { reminderStore } from "~/data/reminders.server";
import { replyStore } from "~/data/replies.server";
import { publicationStore } from "~/data/publications.server";
import { readApi } from "~/data/read-api.server";
import { reportDraftStore } from "~/data/report-drafts.server";
import { reportStore } from "~/data/reports.server";
import { reviewStore } from "~/data/reviews.server";
import { sitePageStore } from "~/data/site-pages.server";
import { invitations, staffStore } from "~/data/staff.server";
import { suggestionStore } from "~/data/suggestions.server";
import { topicStore } from "~/data/topics.server";
import { webhookStore } from "~/data/webhooks.server";
import { workStore } from "~/data/work.server";
import type { Claim } from "~/domain/claim/claim";
import { checkpointPlaces } from "~/domain/log/checkpoint-place";
import type { Person, Role } from "~/domain/people/person";
import { describeRefusal, type Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { ReviewDraft } from "~/domain/verdict/verdict";

import { openPublicLog } from "../../server/log";
import { serviceClient, type SupabasePlatform } from "../../server/supabase";
import { accountMaker } from "../../server/supabase/make-account";
import { startTestSupabase } from "./newsroom";
import { personClient } from "./person-client";

export interface Actor {
  person: Person;
  supabase: SupabaseClient;
  ports: Ports;
}

/** A desk on a database of its own, whose rooms are replaced by drafts that a test sets. */
export interface TestDesk {
  platform: SupabasePlatform;
  dataDir: string;
  sql: postgres.Sql;
  anonymous: Actor["ports"];
  anonymousClient: SupabaseClient;
  /** The ports as whoever has this client, such as the server with its own rights. */
  portsOf(supabase: SupabaseClient): Ports;
  /** Compares whatever waits for it, as the server does in the background. */
  compareAll(): Promise<void>;
  /** What the claim's room says when it is submitted. */
  setDraft(claimId: string, draft: ReviewDraft): void;
  join(role: Role, name?: string): Promise<Actor>;
  /** A new article with one claim, proposed by this editor. */
  newClaim(editor: Actor): Promise<{ articleId: string; claim: Claim }>;
  stop(): Promise<void>;
}

export async function startDesk(): Promise<TestDesk> {
  const { platform, dataDir, stop } = await startTestSupabase();
  if (platform.databaseUrl === null) throw new Error("The test database has no direct connection");
  const sql = postgres(platform.databaseUrl, { max: 4, onnotice: () => undefined });
  const drafts = new Map<string, ReviewDraft>();

  const client = () => personClient(platform);

  const service = serviceClient(platform);
  const objects = objectStore(service, "captures");
  const log = { error: (fault: unknown) => console.error(fault) };
  const publicLog = openPublicLog(
    logStore(service),
    { dataDir, signingKey: null, origin: "desk.test/log" },
    log,
  );
  const invited = invitations(service, accountMaker(platform));
  const portsOf = (supabase: SupabaseClient): Ports => ({
    articles: articleStore(supabase),
    claims: claimStore(supabase),
    claimList: claimList(supabase),
    claimViews: claimViewStore(supabase),
    matches: matchStore(supabase, () => undefined),
    checkIntake: { fetch: () => Promise.reject(new Error("Not part of this test")) },
    reviews: reviewStore(supabase),
    disputes: disputeStore(supabase),
    disputeStandings: disputeStandings(supabase),
    notifications: notificationStore(supabase),
    reminders: reminderStore(supabase),
    looks: lookStore(supabase),
    help: helpStore(supabase),
    reports: reportStore(supabase),
    reportDrafts: reportDraftStore(supabase),
    embargoes: embargoStore(supabase),
    publications: publicationStore(supabase),
    readApi: readApi(supabase),
    errorReports: errorReportStore(supabase, service),
    corrections: correctionStore(supabase),
    followers: followerStore(supabase, service),
    publicLog,
    checkpointCopies: checkpointCopies(service, checkpointPlaces),
    sitePages: sitePageStore(supabase),
    people: peopleDirectory(supabase),
    audit: auditLog(supabase),
    insights: insightStore(supabase),
    desk: deskSettings(supabase),
    staff: staffStore(supabase),
    work: workStore(supabase),
    invitations: invited,
    guests: guestStore(supabase),
    guestPages: guestPages(service),
    practice: practiceStore(supabase),
    documents: {
      read: async (claimId) => ({
        head: 0,
        draft: drafts.get(claimId) ?? { rating: null, summary: "", rationale: [], evidence: [] },
        discussion: [],
      }),
      history: async () => [],
      present: () => new Map(),
      rightsChanged: () => undefined,
    },
    intake: {
      fetch: () => Promise.reject(new Error("Not part of this test")),
      read: () => Promise.reject(new Error("Not part of this test")),
    },
    suggestions: suggestionStore(supabase, service),
    languageModel: null,
    approvals: approvalStore(supabase),
    replies: replyStore(supabase),
    keyboard: keyboardSettings(supabase),
    drift: driftStore(supabase),
    captures: captureStore(supabase, objects, () => undefined),
    evidenceFiles: evidenceFileStore(supabase, objects),
    originals: originalStore(supabase),
    tokens: tokenStore(supabase),
    tokenIntake: tokenIntake(service, () => undefined),
    deskByToken: deskByToken(service),
    feeds: feedStore(supabase),
    topics: topicStore(supabase),
    webhooks: webhookStore(supabase),
  });

  const anonymousClient = client();
  const index = matchIndex(serviceClient(platform));
  return {
    platform,
    dataDir,
    sql,
    anonymousClient,
    anonymous: portsOf(anonymousClient),
    portsOf,
    async compareAll() {
      while ((await index.compareNext()) > 0);
    },
    setDraft: (claimId, draft) => void drafts.set(claimId, draft),

    async join(role, name = `${role} ${randomUUID().slice(0, 4)}`) {
      const supabase = client();
      const email = `${randomUUID()}@people.test`;
      const { error } = await supabase.auth.signUp({
        email,
        password: "a-long-password",
        options: { data: { name } },
      });
      if (error) throw error;
      await sql`update app_private.user_roles r set role = ${role}
        from auth.users u where u.id = r.user_id and u.email = ${email}`;
      const person = await currentPerson(supabase);
      if (!person) throw new Error("The new person has no profile");
      return { person, supabase, ports: portsOf(supabase) };
    },

    async newClaim(editor) {
      const articleId = randomUUID();
      const saved = value(
        await saveArticle(editor.ports, editor.person, {
          articleId,
          draft: {
            title: "Council votes on the bridge",
            byline: null,
            outlet: "The Paper",
            publishedOn: "2024-02-05",
            language: "en",
            sourceUrl: null,
            fetchedAt: null,
            text: `The council of Springfield rejected the new bridge by 31 votes to 12 on Monday, article ${articleId}.`,
          },
        }),
      );
      const claims = await editor.ports.claims.ofArticle(saved.articleId);
      const [claim] = claims;
      if (!claim) throw new Error("The engine proposed nothing");
      return { articleId, claim };
    },

    async stop() {
      await publicLog.end();
      await sql.end();
      await stop();
    },
  };
}

/** The value of a command that must have worked. */
export function value<T>(result: Result<T, TokenRefusal>): T {
  if (result.ok) return result.value;
  const { error } = result;
  throw new Error(error.kind === "out_of_scope" ? error.message : describeRefusal(error));
}

/** The refusal of a command that must not have worked. */
export function refusal<T>(result: Result<T, Refusal>): Refusal {
  if (result.ok) throw new Error("The command was carried out");
  return result.error;
}
