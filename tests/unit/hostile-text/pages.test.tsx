import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";

import { ArticleList } from "~/components/desk/article-list";
import { AuditTrail } from "~/components/desk/audit-trail";
import { CapturePage } from "~/components/desk/captures/capture-page";
import { LostSourcesPage } from "~/components/desk/captures/lost-sources-page";
import { ClaimRow } from "~/components/desk/claims/claim-row";
import { PlacePage } from "~/components/desk/drift/place-page";
import { QueueDriftRow } from "~/components/desk/drift/queue-drift-row";
import { VersionsPage } from "~/components/desk/drift/versions-page";
import { ErrorReportsPage } from "~/components/desk/error-reports-page";
import { QueueErrorRow } from "~/components/desk/queue-error-row";
import { ErrorReportForm } from "~/components/public/error-report-form";
import { InboxPage } from "~/components/desk/inbox-page";
import { IntakeForm } from "~/components/desk/intake-form";
import { NotificationList } from "~/components/desk/notification-list";
import { Passage } from "~/components/desk/passage";
import { QueueRow } from "~/components/desk/queue-row";
import { TriageRow } from "~/components/desk/queue-triage-row";
import { CorrectionsLog } from "~/components/public/corrections-log";
import { CorrectionsNotice, UpdatesNote } from "~/components/public/corrections-notice";
import { EarlierRulings } from "~/components/public/earlier-rulings";
import { FollowForm } from "~/components/public/follow-form";
import { VerdictVersion } from "~/components/public/versions/verdict-version";
import { VerdictVersions } from "~/components/public/versions/verdict-versions";
import { compareVerdicts, type PublishedVersion } from "~/domain/report/versions";
import { EmbedCard } from "~/components/public/embed-card";
import { EmbedOffer } from "~/components/public/embed-offer";
import { PublishedCapturesContext } from "~/components/public/published-captures";
import { ReportList } from "~/components/public/report-list";
import { ReportPage } from "~/components/public/report-page";
import { VerdictPage } from "~/components/public/verdict-page";
import { compareVersions } from "~/domain/article/drift/compare-versions";
import type { AuditEvent } from "~/domain/audit/audit-event";
import { auditActions, describeEvent } from "~/domain/audit/describe-event";
import type { FeedItem } from "~/domain/article/feed";
import type { Capture } from "~/domain/evidence/capture";
import { checkExcerpt } from "~/domain/evidence/excerpt-check";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import { embedHtml, embedSize } from "~/domain/report/embed";
import { independenceOf } from "~/domain/evidence/independence";
import type { PublishedCapture } from "~/domain/evidence/published-capture";

import { claim } from "../../support/claims";
import { completeDraft, evidence, sourcing } from "../../support/drafts";
import { htmlInPage } from "../../support/in-a-page";
import { naughtyStrings } from "../../support/naughty-strings";
import { publishedReport, publishedVerdict, reportSource } from "../../support/reports";
import { structureOf } from "../../support/structure";

vi.mock("@remix-run/react", async (original) => ({
  ...(await original<typeof import("@remix-run/react")>()),
  ...(await import("react-router-dom")),
}));

const at = "2026-02-03T04:05:06.000Z";
const hash = "ab".repeat(32);
const idle = { failure: null, busy: false };

const feedItem = (words: string, id: string): FeedItem => ({
  ...{ id, feedTitle: words, url: words, title: words, summary: words },
  ...{ publishedAt: at, foundAt: at, state: "new" },
});
const kept = (words: string) => ({
  ...{ fetchedAt: at, finalUrl: words, redirects: [words], status: 200, contentType: words },
  ...{ remoteAddress: words, certificate: null, tool: words, bodyBytes: 3, bodySha256: hash },
  ...{ textSha256: hash, noText: null, warcBytes: 3, warcSha256: hash },
  ...{ screenshot: { sha256: hash, bytes: 3, tool: words }, noScreenshot: null },
});
const capture = (words: string): Capture => ({
  ...{ id: "c", claimId: "k", url: words, state: "kept", attempts: 1, failure: null },
  ...{ askedAt: at, dueAt: at, kept: kept(words) },
});
const published = (address: string): PublishedCapture => ({
  ...{ id: "c", claimId: claim().id, address, fetchedAt: at, bodySha256: hash, textSha256: hash },
  ...{ warcSha256: hash, warcBytes: 3, outcome: "gone", lookedAt: at, isOffered: true },
  withheldAt: at,
  later: { fetchedAt: at, textSha256: hash, warcSha256: hash, warcBytes: 3 },
});
const judged = (words: string) => {
  // What is left out where there are no words of it.
  const some = words || "x";
  const item = evidence({
    ...{ id: some, title: words, url: words, publisher: words, excerpt: words },
    ...{ locator: words, note: words, author: some, accessedBy: some },
  });
  const draft = completeDraft({
    summary: words,
    rationale: [{ type: "paragraph", runs: [{ text: words }, { footnote: some }] }],
    evidence: [item],
    sourcing: sourcing({ singleSource: words, otherSideWords: words, otherSideBy: words }),
  });
  return publishedVerdict({
    ...{ draft, shortClaim: words },
    credits: [{ capacity: "lead", name: words, at }],
    exceptions: [{ kind: "second_wrote", reason: words, at }],
    settlement: {
      how: "voted",
      votes: 3,
      dissents: [{ rating: "false", reason: words, name: words, at }],
    },
    notice: { kind: "being_corrected", reason: words, since: at },
    replies: [
      {
        ...{ asked: words, channel: "email", askedOn: "2026-01-01", dueOn: "2026-01-02" },
        answer: { kind: "answered", words, answeredOn: "2026-01-02" },
      },
    ],
  });
};
const version = (
  words: string,
  number: number,
  revision: PublishedVersion["revision"],
): PublishedVersion => {
  const { shortClaim, content, contentHash, credits, exceptions, settlement, replies } =
    judged(words);
  return {
    ...{ number, revision, shortClaim, content, contentHash, credits, exceptions, settlement },
    ...{ replies, publishedAt: at, isKindKnown: true, entry: number },
    report: {
      ...{ slug: "rome", headline: words, summary: words, demo: true, publishedBy: words },
      ...{ publishedAt: at, updatedAt: at },
      source: { ...reportSource({ title: words, outlet: words, sourceUrl: words }) },
    },
  };
};
const errorReport = (words: string) => ({
  ...{ id: "1", claimId: "c", slug: "it-rained", shortClaim: words, words, contact: words, at },
});
const report = (words: string) =>
  publishedReport({
    ...{ headline: words, summary: words, publishedBy: words, verdicts: [judged(words)] },
    source: reportSource({
      ...{ title: words, byline: words, outlet: words, sourceUrl: words, text: words },
    }),
  });
const listed = (words: string): ClaimItem => ({
  ...{ id: "1", version: 1, state: "open", statement: words, quote: words, claimant: words },
  ...{ type: "event", checkWorthiness: 0.5, priority: "normal", articleId: "a" },
  ...{ articleTitle: words, outlet: words, leadId: "l", leadName: words, secondId: "s" },
  ...{ secondName: words, recusedIds: [], dueOn: null, createdAt: at, updatedAt: at },
  topics: [{ id: "t", name: words }],
});

const event = (action: string, seq: number, words: string): AuditEvent => ({
  ...{ seq, at, actorId: "p", actorName: words, action, entity: "claim", entityId: "e", hash },
  payload: Object.fromEntries(
    "title reason outcome name statement before after note words decision topic question"
      .split(" ")
      .map((key) => [key, words]),
  ),
});
/** Entries of the trail in which something stands that people or strangers wrote. */
const telling = auditActions.filter((action) =>
  describeEvent({ ...event(action, 0, "plughxyzzy"), actorName: "A" }).includes("plughxyzzy"),
);

/** Everywhere that words of strangers are shown. */
const places: Record<string, (words: string) => ReactNode> = {
  "a report": (words) => (
    <PublishedCapturesContext.Provider
      value={{ slugs: { [claim().id]: "it-rained" }, captures: [published(words)] }}
    >
      <ReportPage
        report={report(words)}
        sourcing={[{ shortClaim: words, words }]}
        trail={[{ seq: 1, at, action: words, entityId: claim().id, capacity: "editor", hash }]}
        since={{ takenAt: at, changedAt: at }}
      />
    </PublishedCapturesContext.Provider>
  ),
  "a card": (words) => (
    <>
      <EmbedCard verdict={judged(words)} report={report(words)} url="https://desk.example/" />
      <EmbedOffer
        html={embedHtml("it-rained", words, embedSize(null, null), "https://desk.example")}
      />
      <CorrectionsNotice
        corrections={[
          { kind: "corrected", reason: words || "x", at, of: { slug: "x", shortClaim: words } },
        ]}
      />
    </>
  ),
  "errors that readers report": (words) => (
    <>
      <ErrorReportsPage
        reports={[errorReport(words)]}
        failure={{ message: "No", errors: {}, values: { reportId: "1", outcome: words } }}
        busy={false}
      />
      <ul>
        <QueueErrorRow report={errorReport(words)} />
      </ul>
      <ErrorReportForm
        slug="it-rained"
        failure={{ message: "No", errors: {}, values: { words, contact: words } }}
      />
    </>
  ),
  "the versions of a verdict": (words) => {
    const both = [
      version(words, 1, null),
      version(`x${words}`, 2, { kind: "update", reason: words }),
    ];
    const [first, next] = both;
    if (!first || !next) throw new Error("There are two");
    const verdict = { claimId: "c", slug: "it-rained", notice: judged(words).notice };
    return (
      <>
        <VerdictVersions history={{ ...verdict, versions: both }} />
        <VerdictVersion
          {...{ verdict, version: first, next, last: 2, changes: compareVerdicts(first, next) }}
        />
        <EarlierRulings
          rulings={[
            {
              ...{ slug: "it-rained", shortClaim: words, publishedAt: at, rating: "false" },
              ...{ claimant: words, outlet: words, isRetracted: false, demo: false },
              report: { slug: "rome", headline: words },
            },
          ]}
        />
        <UpdatesNote
          slug="it-rained"
          updates={[{ kind: "corrected", correction: "update", reason: words, at, replaced: 1 }]}
        />
        <FollowForm
          slug="it-rained"
          failure={{ message: words, errors: {}, values: { address: words } }}
        />
      </>
    );
  },
  "the log of corrections": (words) => (
    <CorrectionsLog
      changes={[
        {
          ...{ id: 1, kind: "upheld", reason: words || "x", at, slug: "it-rained", demo: true },
          ...{ shortClaim: words, report: { slug: "rome", headline: words } },
          ...{ rating: { before: "true", after: "false" }, number: null },
        },
      ]}
      older="/corrections?before=1"
    />
  ),
  "a verdict": (words) => (
    <VerdictPage
      report={report(words)}
      verdict={judged(words)}
      independence={independenceOf(judged(words).content.evidence)}
    />
  ),
  "the front page": (words) => (
    <ReportList
      reports={[
        {
          ...{
            slug: "a",
            headline: words,
            summary: words,
            outlet: words,
            publishedAt: at,
            demo: false,
          },
          verdicts: [{ slug: "v", shortClaim: words, rating: "false", notice: null }],
        },
      ]}
    />
  ),
  "the articles of the desk": (words) => (
    <ArticleList
      articles={[
        {
          id: "a",
          title: words,
          outlet: words,
          publishedOn: null,
          createdAt: at,
          demo: false,
          claims: { open: 1 },
        },
      ]}
      {...{ text: words, isFirst: true, next: null, mayCreate: true }}
    />
  ),
  "an article that is taken in": (words) => (
    <IntakeForm
      {...{ articleId: "a", originalId: null, message: words, errors: { title: [words] } }}
      {...{ values: { title: words, text: words }, busy: null, below: null }}
      same={[{ id: "b", title: words, savedAt: at }]}
      draft={{
        ...{ title: words, byline: words, outlet: words, publishedOn: null, language: "en" },
        ...{ sourceUrl: words, fetchedAt: at, text: words },
      }}
    />
  ),
  "the inbox of feeds": (words) => (
    <InboxPage
      items={[{ item: feedItem(words, "1"), articleId: "a" }]}
      dismissed={[feedItem(words, "2")]}
      watched={[
        {
          id: "f",
          url: words,
          title: words,
          paused: false,
          readAt: at,
          nextAt: at,
          failures: 1,
          problem: words,
        },
      ]}
      {...idle}
    />
  ),
  "the list of claims": (words) => (
    <table>
      <tbody>
        <ClaimRow
          item={listed(words)}
          {...{ news: "same", today: "2026-01-01", selection: null, onSteps: null }}
        />
      </tbody>
    </table>
  ),
  "the queue": (words) => (
    <ul>
      <QueueRow
        item={{
          ...{ claim: claim({ statement: words }), kind: "decide", mine: true },
          ...{ articleTitle: words, leadName: words, secondName: words, hasVoidSignature: true },
        }}
        today="2026-01-01"
      />
      <TriageRow article={{ id: "a", title: words, outlet: words, proposed: 1, open: 1 }} />
      <QueueDriftRow
        mark={{ claimId: "c", articleId: "a", statement: words, number: 2, foundAt: at }}
      />
    </ul>
  ),
  "a passage": (words) => (
    <Passage
      language="en"
      passage={[
        [
          { text: words, marked: true },
          { text: words, marked: false },
        ],
      ]}
    />
  ),
  notifications: (words) => (
    <NotificationList
      notifications={[
        { id: "n", what: words, statement: words, at, to: "/desk/claims/1", isRead: false },
      ]}
      {...{ newest: 1, older: null, ...idle }}
    />
  ),
  "the trail": (words) => (
    <AuditTrail events={telling.map((action, seq) => event(action, seq, words))} />
  ),
  "a capture": (words) => (
    <CapturePage
      {...{ capture: capture(words), claim: { id: "k", statement: words }, text: words, ...idle }}
      steps={[{ at, state: "kept", failure: null }]}
      looks={[{ lookedAt: at, outcome: "changed", days: 7 }]}
      copies={[{ kind: "archive", state: "kept", failure: words, url: words, stampedAt: null }]}
      excerpts={[{ title: words, excerpt: words, check: checkExcerpt(words, words) }]}
      later={[{ lookId: "l", ...kept(words) }]}
      blocks={compareVersions("It rained.", words)}
      withholding={{ reason: words, by: words, at }}
      mayWithhold
      elsewhere={[{ id: "d", claim: words, isWithheld: true }]}
    />
  ),
  "sources that are lost": (words) => (
    <LostSourcesPage
      sources={[
        {
          ...{ claimId: "k", statement: words, captureId: "c", address: words, title: words },
          ...{ outcome: "gone", lookedAt: at },
        },
      ]}
    />
  ),
  "versions of an article": (words) => (
    <VersionsPage
      {...{
        id: "a",
        title: words,
        language: "en",
        own: 1,
        from: 1,
        to: 2,
        mayPlace: true,
        ...idle,
      }}
      versions={[
        ...(["desk", "found"] as const).map((kind, index) => ({
          ...{ id: kind, number: index + 1, kind, title: words, at, finalUrl: words },
          ...{ sha256: hash, bytesSha256: null },
        })),
      ]}
      blocks={compareVersions("It rained.", words)}
      watch={null}
      claims={[{ id: "c", statement: words, state: "open" }]}
    />
  ),
  "choosing a passage": (words) => (
    <PlacePage
      {...{ claim: { id: "c", statement: words, words }, language: "en", ...idle }}
      version={{ number: 2, text: words, driftId: "d" }}
      asked={{ words, found: { start: 0, end: 3, words }, problem: words }}
    />
  ),
};

/** Those that hold a letter with a meaning for HTML, some at a time: escaped, they do nothing to each other either. */
const marked = naughtyStrings.filter((words) => /[<>"'`&]/.test(words));
const together = Array.from({ length: Math.ceil(marked.length / 8) }, (_, at) =>
  marked.slice(at * 8, at * 8 + 8).join("\n"),
);
/** Those that could be an address, each by itself. */
const addressed = naughtyStrings.filter((words) => /^\s*[a-z][\w+.-]*:/iu.test(words));
const hostile = [...together, ...addressed, "javascript:alert(1)", "data:text/html,<b>x</b>"];

/** Words without anything in them, of each kind that a page may treat in its own way. */
const plain = [
  "Plain words.",
  "Plain words.\n\nIn two paragraphs.",
  "https://plain.example/words",
  "",
  " ",
  "42",
];

test.each(Object.keys(places))(
  "no naughty string adds an element or an attribute to %s, nor leads anywhere but to the web",
  (name) => {
    const draw = places[name];
    if (!draw) throw new Error("There is no such place");
    const htmlOf = (all: readonly string[]) => all.map((words) => htmlInPage(draw(words))).join("");
    expect(marked.length).toBeGreaterThan(150);
    const known = structureOf(htmlOf(plain));
    const { parts, addresses } = structureOf(htmlOf(hostile));
    expect([...parts].filter((part) => !known.parts.has(part))).toEqual([]);
    for (const address of addresses) expect(address).toMatch(/^(?:https?:\/\/|[/#?]|$)/);
  },
);
