import type { SupabaseClient } from "@supabase/supabase-js";
import { pino, type Logger } from "pino";

import { readHistory } from "~/collab/history/read-history";
import { inTime } from "~/collab/in-time";
import type { ReviewDocumentStore } from "~/collab/store";
import type { CheckpointCopies, Ports } from "~/commands/ports";
import { publishDueReports } from "~/commands/publish-embargoed";
import { approvalStore } from "~/data/approvals.server";
import { captureStore } from "~/data/captures.server";
import { correctionStore } from "~/data/corrections.server";
import { embargoKeeper, embargoStore } from "~/data/embargoes.server";
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
import { keyboardSettings } from "~/data/keyboard.server";
import { feedStore } from "~/data/feeds.server";
import { originalStore } from "~/data/originals.server";
import { deskByToken, tokenIntake, tokenStore } from "~/data/api-tokens.server";
import { lookStore } from "~/data/looks.server";
import { objectStore } from "~/data/object-store.server";
import { notificationStore } from "~/data/notifications.server";
import { peopleDirectory } from "~/data/people.server";
import { practiceStore } from "~/data/practice.server";
import { reminderStore } from "~/data/reminders.server";
import { replyStore } from "~/data/replies.server";
import type { PagePlace } from "~/data/public-stamp.server";
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
import { isBehind } from "~/domain/log/checkpoint-place";
import { reviewDocumentStore } from "~/data/review-documents.server";

import { createCollabServer, type CollabServer } from "./collab";
import { reviewRights, standingsByConnection, standingsByService } from "./collab-rights";
import { redisNeighbours } from "./collab/neighbours";
import { hearRightsChanges } from "./collab/rights-news";
import { postgresReviewDocumentStore } from "./collab/store-postgres";
import { createCheckFetcher } from "./checks";
import type { Config } from "./config";
import { noticing } from "./capture";
import { tool } from "./capture/make-capture";
import { createScreenshots, noScreenshots, resourceLimits } from "./capture/screenshot";
import { createPageFetcher, createServiceCaller, createSourceFetcher, permitted } from "./fetch";
import { logStore } from "~/data/public-log.server";
import { matchIndex } from "~/data/match-index.server";
import { matchStore } from "~/data/matches.server";
import { createPageReader, type PageReader } from "./intake";
import { openStamps } from "./http/readers/stamps";
import { intakePort } from "./intake/port";
import { startJobs, type JobSettings, type Jobs } from "./jobs";
import { createLanguageModel } from "./language-model";
import { openPublicLog, originOf } from "./log";
import { placesIn } from "./log/copies";
import { openPost } from "./mail";
import { startMatching } from "./matching";
import { collabMetrics, type CollabMetrics } from "./metrics";
import { callWithin } from "./webhooks";
import { stopInOrder } from "./stop-in-order";
import { accountMaker } from "./supabase/make-account";
import { serviceClient, startSupabase, type SupabasePlatform } from "./supabase";

/** The running process behind the pages: database, rooms and what they share. Opened once. */
export interface Newsroom {
  config: Config;
  log: Logger;
  platform: SupabasePlatform;
  collab: CollabServer;
  metrics: CollabMetrics;
  /** Where review documents rest, beneath the rooms. */
  documents: ReviewDocumentStore;
  /** The ports of one request, acting with the rights of its Supabase client. */
  portsFor(supabase: SupabaseClient): Ports;
  /** The stamp of what a public page rests on. */
  stampOf(place: PagePlace): Promise<string>;
  health(): Promise<Health>;
  /** Asks once what the first person to come in would wait for, and reads the reviews under way. Never rejects. */
  warmUp(): Promise<void>;
  /** Lets rooms finish what is being committed, then stops the database that this process started. */
  stop(): Promise<void>;
}

export interface Health {
  status: "ok" | "unavailable";
  database: "ok" | "unavailable";
  collaboration: "ok" | "unavailable";
  supabase: SupabasePlatform["kind"];
  /** How edits are committed: over a direct connection, or through supabase-js. */
  edits: "direct" | "rpc";
  /** Whether the checkpoints of the public log get to where they are copied; `kept` where they are copied nowhere. */
  checkpoints: "kept" | "behind" | "unknown";
  /** How many server processes may share this database: `one` without REDIS_URL. */
  processes: "one" | "several" | "several, Redis away";
}

/** As sites are told who captures them. */
const userAgent = `${tool} (+fact-checking; contact the desk)`;

const archiveOrg = "https://web.archive.org";

/** The id of no person, session or claim. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** Milliseconds between two looks at articles of one site. */
const sitePause = 10_000;

/** Milliseconds after which a database that has not answered counts as away. */
const answerWithin = 2_000;

async function databaseAnswers(service: SupabaseClient): Promise<void> {
  const { error } = await service.from("workflow_transitions").select("action").limit(1);
  if (error) throw new Error(error.message, { cause: error });
}

async function copiedTo(copies: CheckpointCopies): Promise<Health["checkpoints"]> {
  const standings = await copies.standings().catch(() => null);
  if (standings === null) return "unknown";
  return standings.some((one) => isBehind(one, new Date())) ? "behind" : "kept";
}

export async function openNewsroom(config: Config, env: NodeJS.ProcessEnv): Promise<Newsroom> {
  const log = pino({
    level: config.logLevel,
    redact: ["req.headers.cookie", "req.headers.authorization", 'res.headers["set-cookie"]'],
  });
  const platform = await startSupabase({
    dataDir: config.dataDir,
    env,
    log: (line) => log.info(line),
  });
  const service = serviceClient(platform);
  const stamps = openStamps(platform.databaseUrl, service);
  const direct = platform.databaseUrl
    ? postgresReviewDocumentStore(platform.databaseUrl)
    : undefined;
  const documents = direct ?? reviewDocumentStore(service);
  const standings = platform.databaseUrl
    ? standingsByConnection(platform.databaseUrl)
    : standingsByService(service);
  const rights = reviewRights(platform, service, standings);
  const metrics = collabMetrics();
  const neighbours = config.redisUrl ? redisNeighbours(config.redisUrl, log) : undefined;
  const collab = createCollabServer({
    store: noticing(documents, () => jobs.lookForSources()),
    events: metrics.events,
    ...(neighbours && { neighbours }),
    publicUrl: config.publicUrl,
    log,
    ...rights,
  });
  const news = platform.databaseUrl
    ? hearRightsChanges(platform.databaseUrl, (heard) => void collab.rightsChanged(heard))
    : undefined;
  const invited = invitations(service, accountMaker(platform));
  const asGuest = guestPages(service);
  const fetchPage = createPageFetcher(permitted(config.fetchPrivate));
  const pageReader = createPageReader();
  const languageModel = config.languageModel && createLanguageModel(config.languageModel);
  const matching = startMatching(matchIndex(service), log);
  const byToken = tokenIntake(service, matching.wake);
  const asProgram = deskByToken(service);
  const checkIntake = {
    fetch: createCheckFetcher(permitted(config.fetchPrivate), (source) =>
      pageReader.checks({ kind: "checks", ...source }),
    ),
  };
  const sources = objectStore(service, "captures");
  const checkpointPlaces = placesIn(config.checkpointPlaces);
  const copies = checkpointCopies(service, checkpointPlaces);
  const publicLog = openPublicLog(
    logStore(service),
    { ...config, origin: originOf(config.publicUrl) },
    log,
  );
  // What was published while no process could sign.
  publicLog.grown();
  const jobs: Jobs = openJobs(config, platform, log, {
    publishDue: () =>
      publishDueReports(newsroom.portsFor(service), embargoKeeper(service), (error) =>
        log.error({ err: error }, "a report whose time has come was not published; trying again"),
      ),
    reader: pageReader,
    looks: { fetchPage, reader: pageReader, sitePause },
    captures: {
      fetchSource: createSourceFetcher(userAgent),
      takeScreenshot: config.captureBrowser
        ? createScreenshots({
            ...config.captureBrowser,
            fetchSource: createSourceFetcher(userAgent, { limits: resourceLimits }),
            log,
          })
        : noScreenshots,
      reader: pageReader,
      objects: sources,
      documents,
      isAutomatic: config.captureSources,
      copies: {
        archive: config.archiveKey ? { url: archiveOrg, key: config.archiveKey } : null,
        timestampUrl: config.timestampUrl,
        call: createServiceCaller(),
      },
    },
    ...(checkpointPlaces.length > 0 && {
      checkpoints: {
        places: config.checkpointPlaces,
        call: createServiceCaller(permitted(config.fetchPrivate)),
      },
    }),
  });

  const newsroom: Newsroom = {
    config,
    log,
    platform,
    collab,
    metrics,
    documents,
    portsFor: (supabase) => ({
      articles: articleStore(supabase),
      claims: claimStore(supabase),
      claimList: claimList(supabase),
      claimViews: claimViewStore(supabase),
      matches: matchStore(supabase, matching.wake),
      checkIntake,
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
      checkpointCopies: copies,
      sitePages: sitePageStore(supabase),
      people: peopleDirectory(supabase),
      audit: auditLog(supabase),
      insights: insightStore(supabase),
      desk: deskSettings(supabase),
      staff: staffStore(supabase),
      work: workStore(supabase),
      topics: topicStore(supabase),
      webhooks: webhookStore(supabase),
      invitations: invited,
      guests: guestStore(supabase),
      guestPages: asGuest,
      practice: practiceStore(supabase),
      documents: {
        read: (claimId) => collab.currentReview(claimId),
        history: (claimId, after) => readHistory(documents, claimId, after),
        present: (claimIds) => collab.peopleIn(claimIds),
        rightsChanged: (claimId) => void collab.rightsChanged({ claimId }),
      },
      intake: intakePort(fetchPage, pageReader),
      suggestions: suggestionStore(supabase, service),
      languageModel,
      approvals: approvalStore(supabase),
      replies: replyStore(supabase),
      keyboard: keyboardSettings(supabase),
      drift: driftStore(supabase),
      captures: captureStore(supabase, sources, () => jobs.lookForSources()),
      evidenceFiles: evidenceFileStore(supabase, sources),
      originals: originalStore(supabase),
      tokens: tokenStore(supabase),
      tokenIntake: byToken,
      deskByToken: asProgram,
      feeds: feedStore(supabase),
    }),
    stampOf: (place) => inTime(stamps.of(place), answerWithin, "asking for a page's stamp"),
    async health() {
      const answers = await inTime(databaseAnswers(service), answerWithin, "asking the database")
        .then(() => true)
        .catch(() => false);
      const accepting = collab.health().accepting;
      const checkpoints = answers
        ? await inTime(copiedTo(copies), answerWithin, "asking for copies").catch(
            () => "unknown" as const,
          )
        : "unknown";
      return {
        status: answers && accepting ? "ok" : "unavailable",
        database: answers ? "ok" : "unavailable",
        collaboration: accepting ? "ok" : "unavailable",
        supabase: platform.kind,
        edits: direct ? "direct" : "rpc",
        checkpoints,
        processes: !neighbours ? "one" : neighbours.isConnected ? "several" : "several, Redis away",
      };
    },
    async warmUp() {
      const asked = [
        collab.readAhead(),
        standings.ask({ claims: [nobody], people: [nobody], sessions: [nobody] }),
      ];
      for (const answer of await Promise.allSettled(asked)) {
        if (answer.status === "rejected") log.warn({ err: answer.reason }, "was not read ahead");
      }
    },
    async stop() {
      // First what people typed; the database itself last.
      const failures = await stopInOrder([
        { what: "committing the edits under way", stop: () => collab.close(), within: 10_000 },
        { what: "ending the jobs under way", stop: () => jobs.stop(), within: 10_000 },
        { what: "ending the reading of pages", stop: () => pageReader.stop() },
        { what: "signing the public log", stop: () => publicLog.end() },
        { what: "ending the search for matches", stop: () => matching.stop() },
        { what: "leaving the news of rights", stop: () => news?.end() },
        { what: "leaving the other processes", stop: () => neighbours?.end() },
        { what: "closing the connection of rights", stop: () => standings.end() },
        { what: "closing the connection of stamps", stop: () => stamps.end() },
        { what: "closing the connection of edits", stop: () => direct?.end() },
        { what: "stopping the database", stop: () => platform.stop(), within: 20_000 },
      ]);
      for (const { what, error } of failures) log.error({ err: error }, `${what} went wrong`);
      if (failures.length > 0) throw new Error("not everything was stopped in order");
    },
  };
  return newsroom;
}

type JobTools = Required<Pick<JobSettings, "looks" | "captures" | "publishDue">> &
  Pick<JobSettings, "checkpoints"> & { reader: PageReader };

/** Starts the jobs where there is a direct connection. A desk goes on without them: what is to be done stays to be done. */
function openJobs(
  config: Config,
  platform: SupabasePlatform,
  log: Logger,
  { reader, ...tools }: JobTools,
): Jobs {
  const { databaseUrl } = platform;
  if (databaseUrl === null) {
    log.warn(
      "No DATABASE_URL: jobs do not run. Notifications appear in the app, but there is no e-mail, no digest, no reminder " +
        "of deadlines or idle claims, no watched article is looked at, no source is captured, and no report is published at " +
        "the time that was set for it.",
    );
    return { lookForSources: () => undefined, stop: async () => undefined };
  }
  const { smtpUrl, mailFrom: from, dataDir, publicUrl, port } = config;
  const post = openPost({ smtpUrl, from, dataDir });
  const jobs = startJobs({
    databaseUrl,
    post,
    site: publicUrl ?? `http://localhost:${port}`,
    ...tools,
    log,
    reader,
    fetching: permitted(config.fetchPrivate),
    callWebhook: callWithin(permitted(config.fetchPrivate)),
  });
  return {
    lookForSources: () => jobs.lookForSources(),
    async stop() {
      await jobs.stop();
      post.close();
    },
  };
}
