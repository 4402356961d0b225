import { afterAll, beforeAll, expect, test } from "vitest";

import {
  republishReport,
  unpublishReport,
  unpublishReportInput,
} from "~/commands/unpublish-report";
import { parseRecord } from "~/domain/log/public-record";
import { rebuildReports } from "~/domain/log/rebuild-reports";
import { describeRefusal } from "~/domain/refusal";

import { verifyLogEntries } from "../../../server/cli/verify-log-entries";
import { verifyPublished } from "../../../server/cli/verify-published";
import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { follow, newPublication, publishClaim } from "../../support/publications";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;

beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});

afterAll(() => desk.stop());

const why = "A court has forbidden it for now.";

async function published() {
  const { claimId, slug } = await newPublication(desk, people);
  const { articleId } = await reread(people.editor, claimId);
  const [verdict] = (await desk.anonymous.reports.find(slug))?.verdicts ?? [];
  return { articleId, claimId, slug, verdictSlug: verdict?.slug ?? "" };
}

const unpublish = ({ ports, person }: Actor, articleId: string) =>
  unpublishReport(ports, person, { articleId, reason: why, thought: "unpublish" });

const republish = ({ ports, person }: Actor, articleId: string) =>
  republishReport(ports, person, { articleId, reason: "The court has decided." });

const told = async (claimId: string) =>
  (await desk.sql`select kind from log_entries where claim_id = ${claimId} order by index`).map(
    ({ kind }) => String(kind),
  );

/** Whether log and pages agree, as `audit verify` finds it. */
async function expectProved(): Promise<void> {
  const trail = await desk.sql`select seq, encode(hash, 'hex') as hash from audit_events`;
  const hashes = new Map(trail.map(({ seq, hash }) => [Number(seq), String(hash)]));
  const { fault, records } = await verifyLogEntries(desk.sql, hashes);
  expect(fault).toBeNull();
  expect(await verifyPublished(desk.sql, records)).toBeNull();
}

test("nobody reads it meanwhile, and everybody is told why", async () => {
  const { articleId, claimId, slug, verdictSlug } = await published();
  value(await unpublish(people.editor, articleId));
  for (const { reports, publications } of [desk.anonymous, people.editor.ports]) {
    expect(await reports.find(slug)).toBeNull();
    expect(await reports.ofVerdict(verdictSlug)).toBeNull();
    expect((await reports.list()).map((one) => one.slug)).not.toContain(slug);
    const addresses = (await publications.addresses()).map((one) => one.slug);
    expect(addresses).not.toContain(slug);
    expect(addresses).not.toContain(verdictSlug);
    expect((await publications.newest(100)).map((one) => one.claimId)).not.toContain(claimId);
    expect(await reports.unpublishedPage("reports", slug)).toMatchObject({ reason: why });
    expect(await reports.unpublishedPage("claims", verdictSlug)).toMatchObject({ reason: why });
  }
  for (const table of ["published_verdicts", "reports"]) {
    const { data } = await desk.anonymousClient.from(table).select("slug");
    expect((data ?? []).map((row) => row.slug)).not.toContain(
      table === "reports" ? slug : verdictSlug,
    );
  }
  expect(await people.editor.ports.reports.unpublishedOfArticle(articleId)).toMatchObject({ slug });
  expect(await desk.anonymous.reports.unpublishedPage("claims", "nothing-here")).toBeNull();
});

test("trail and public log tell of it, and the log still proves what readers are shown", async () => {
  const { articleId, claimId, slug } = await published();
  await follow(people, claimId, "correct");
  value(await unpublish(people.editor, articleId));
  await expectProved();
  value(await republish(people.editor, articleId));
  await follow(people, claimId, "uphold");
  await expectProved();
  expect(await told(claimId)).toEqual([
    ...["published", "correction_begun", "unpublished", "republished", "upheld"],
  ]);
  const report = await desk.anonymous.reports.find(slug);
  const trail = await people.editor.ports.audit.of("report", report?.id ?? "");
  expect(trail.map(({ action }) => action)).toEqual([
    ...["report.published", "report.unpublished", "report.republished"],
  ]);
  expect(trail[1]?.payload).toMatchObject({ reason: why });
  const proof = await desk.anonymous.publicLog.ofVerdict(claimId, 1);
  expect(proof?.notice).toBeNull();
});

test("what is unpublished is in no page that is rebuilt from the log", async () => {
  const { articleId, slug } = await published();
  const rebuilt = async () => {
    const records = (await desk.anonymous.publicLog.entries(0, 1000)).map(({ record }) => {
      const parsed = parseRecord(record);
      if (!parsed.ok) throw new Error(parsed.error);
      return parsed.value;
    });
    const reports = rebuildReports(records, () => "the text");
    return reports.ok ? reports.value.map((report) => report.slug) : [];
  };
  expect(await rebuilt()).toContain(slug);
  value(await unpublish(people.editor, articleId));
  expect(await rebuilt()).not.toContain(slug);
  value(await republish(people.editor, articleId));
  expect(await rebuilt()).toContain(slug);
});

test("it comes back as it was, also with a verdict that is published meanwhile", async () => {
  const { articleId, claimId, slug } = await published();
  const before = await desk.anonymous.reports.find(slug);
  value(await unpublish(people.editor, articleId));
  value(await republish(people.editor, articleId));
  const after = await desk.anonymous.reports.find(slug);
  expect(after).toEqual(before);

  await follow(people, claimId, "correct");
  const corrected = await bringTo(desk, people, claimId, "approved");
  value(await unpublish(people.editor, articleId));
  await publishClaim(people, corrected, "The bridge was voted down");
  expect((await desk.anonymous.reports.find(slug))?.verdicts[0]).toMatchObject({ number: 2 });
  expect((await told(claimId)).slice(-3)).toEqual(["unpublished", "republished", "corrected"]);
  await expectProved();
});

test("it takes an editor, a reason and a second thought, and is done once", async () => {
  const { articleId } = await published();
  const given = { articleId, reason: why, thought: "yes" };
  expect(unpublishReportInput.safeParse(given).success).toBe(false);
  expect(unpublishReportInput.safeParse({ ...given, thought: " Unpublish " }).success).toBe(true);
  expect(refusal(await unpublish(people.lead, articleId)).kind).toBe("forbidden");
  const code = async (by: Actor, rpc: string, reason: string) =>
    (await by.supabase.rpc(rpc, { p_article: articleId, p_reason: reason })).error?.code;
  expect(await code(people.lead, "unpublish_report", why)).toBe("PT403");
  expect(await code(people.editor, "unpublish_report", "  ")).toBe("PT422");
  expect(await code(people.editor, "republish_report", why)).toBe("PT422");
  value(await unpublish(people.editor, articleId));
  const again = refusal(await unpublish(people.editor, articleId));
  expect(describeRefusal(again)).toMatch(/unpublished already/);
  expect(
    (await people.lead.supabase.rpc("unpublished_report", { p_article: articleId })).data,
  ).toBe(null);
});
