import { afterAll, beforeAll, expect, test } from "vitest";

import { publishReport } from "~/commands/publish-report";
import { reportError, reportErrorInput } from "~/commands/report-error";
import { settleErrorReport } from "~/commands/settle-error-report";

import { refusal, startDesk, value, type TestDesk } from "../../support/desk";
import { bringTo, cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

async function published(): Promise<{ claimId: string; slug: string }> {
  const { claim } = await desk.newClaim(people.editor);
  const { articleId, version } = await bringTo(desk, people, claim.id, "approved");
  const { slug } = value(
    await publishReport(people.editor.ports, people.editor.person, {
      ...{ articleId, headline: "The bridge vote", summary: "What the council decided." },
      verdicts: [{ claimId: claim.id, version, shortClaim: "The bridge was rejected" }],
    }),
  );
  const report = await desk.anonymous.reports.find(slug);
  return { claimId: claim.id, slug: report?.verdicts[0]?.slug ?? "" };
}

const send = (slug: string, words: string, contact = "") =>
  reportError(desk.anonymous, slug, reportErrorInput.parse({ words, contact }));
const open = async (claimId: string) =>
  (await people.editor.ports.errorReports.open(100)).filter((each) => each.claimId === claimId);

test("what a reader sends reaches the editors once, and leaves the list when it is dealt with", async () => {
  const { claimId, slug } = await published();
  const words = "The minutes say otherwise,\nsee page 4: </textarea><script>";
  value(await send(slug, words, "ann@reader.example"));
  value(await send(slug, words));
  value(await send(slug, "And another thing is wrong"));
  const [first, second] = await open(claimId);
  expect(first).toMatchObject({ words, contact: "ann@reader.example", slug });
  expect(second).toMatchObject({ contact: null, shortClaim: "The bridge was rejected" });

  const { editor, lead } = people;
  const settled = { reportId: first?.id ?? "", outcome: "The minutes were misread" };
  expect(refusal(await settleErrorReport(lead.ports, lead.person, settled)).kind).toBe("forbidden");
  value(await settleErrorReport(editor.ports, editor.person, settled));
  expect(refusal(await settleErrorReport(editor.ports, editor.person, settled)).kind).toBe(
    "illegal",
  );
  expect((await open(claimId)).map(({ id }) => id)).toEqual([second?.id]);
  const [event] = await desk.sql`
    select action, payload from public.audit_events where entity_id = ${settled.reportId}`;
  expect(event).toMatchObject({
    action: "error_report.settled",
    payload: { claimId, outcome: settled.outcome },
  });
  const report = await desk.anonymous.reports.ofVerdict(slug);
  const trail = await desk.anonymous.reports.trail(report?.slug ?? "");
  expect(trail.map(({ action }) => action)).toContain("claim.published");
  expect(trail.map(({ action }) => action)).not.toContain("error_report.settled");
});

test("nobody but editors reads them, and nobody sends them around the server", async () => {
  const { slug } = await published();
  value(await send(slug, "Something is wrong here"));
  expect(await people.lead.ports.errorReports.open(100)).toEqual([]);
  for (const supabase of [desk.anonymousClient, people.editor.supabase]) {
    const { error } = await supabase.rpc("report_error", {
      ...{ p_slug: slug, p_words: "Straight to the database", p_contact: null },
    });
    expect(error?.code).toBe("42501");
  }
  const read = await desk.anonymousClient.from("error_reports").select("words");
  expect(read.error?.code).toBe("42501");
});

test("a verdict that is not published takes none, and one takes two hundred at a time", async () => {
  expect(refusal(await send("nothing-here", "Something is wrong here")).kind).toBe("not_found");
  const { claimId, slug } = await published();
  await desk.sql`insert into public.error_reports (claim_id, words)
    select ${claimId}, 'Report number ' || n from generate_series(1, 200) n`;
  expect(refusal(await send(slug, "One more is wrong")).kind).toBe("illegal");
  expect(await people.editor.ports.errorReports.open(100)).toHaveLength(100);
});

test.each(["", "too short", "x".repeat(4001)])("%j is no report", (words) => {
  expect(reportErrorInput.safeParse({ words }).success).toBe(false);
});
