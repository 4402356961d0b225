import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { proposeClaim, proposeClaimInput } from "~/commands/propose-claim";
import { publishReport } from "~/commands/publish-report";
import { saveReportDraft } from "~/commands/save-report-draft";
import { parseRecord } from "~/domain/log/public-record";
import { rebuildReports } from "~/domain/log/rebuild-reports";
import type { DraftContent } from "~/domain/report/report-draft";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;

beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});

afterAll(() => desk.stop());

const words = (headline: string, changed: Partial<DraftContent> = {}): DraftContent => ({
  ...{ headline, summary: "", shortClaims: {}, order: [] },
  ...changed,
});

const save = ({ ports, person }: Actor, articleId: string, expected: number, draft: DraftContent) =>
  saveReportDraft(ports, person, {
    ...{ articleId, expected, headline: draft.headline, summary: draft.summary },
    ...{ shortClaims: { ...draft.shortClaims }, order: [...draft.order] },
  });

/** Two approved claims of one article, as they stand in it. */
async function twoApproved() {
  const { editor } = people;
  const { articleId, claim } = await desk.newClaim(editor);
  value(
    await proposeClaim(
      editor.ports,
      editor.person,
      proposeClaimInput.parse({
        ...{ versionId: claim.articleVersionId, start: 0, end: 11 },
        statement: "There is a council.",
      }),
    ),
  );
  const all = (await editor.ports.claims.ofArticle(articleId)).toSorted(
    (one, other) => one.anchor.start - other.anchor.start || (one.id < other.id ? -1 : 1),
  );
  const approved = [];
  for (const { id } of all) approved.push(await bringTo(desk, people, id, "approved"));
  return { articleId, approved };
}

test("a draft is saved over the one that was seen, and over no other", async () => {
  const [other, { articleId }] = [await desk.join("editor"), await desk.newClaim(people.editor)];
  const id = randomUUID();
  const mine = words("Mine", { shortClaims: { [id]: "It rained" }, order: [id] });
  expect(value(await save(people.editor, articleId, 0, mine))).toEqual({
    ...{ kind: "saved", version: 1 },
  });
  // The answer was lost on its way.
  expect(value(await save(people.editor, articleId, 0, mine))).toEqual({
    ...{ kind: "saved", version: 1 },
  });
  const late = value(await save(other, articleId, 0, words("Theirs")));
  expect(late).toMatchObject({ kind: "overtaken", theirs: { ...mine, version: 1 } });
  expect(await other.ports.reportDrafts.of(articleId)).toMatchObject(mine);
  value(await save(other, articleId, 1, words("Theirs")));
  expect(await people.editor.ports.reportDrafts.of(articleId)).toMatchObject({
    ...{ headline: "Theirs", version: 2, savedBy: other.person.id },
  });
});

test("of many who save at once over the same draft, one does", async () => {
  const { articleId } = await desk.newClaim(people.editor);
  const saved = await Promise.all(
    Array.from({ length: 8 }, (_, at) => save(people.editor, articleId, 0, words(`Try ${at}`))),
  );
  expect(saved.map((one) => value(one).kind).filter((kind) => kind === "saved")).toHaveLength(1);
});

test("a draft is nobody's but the editors'", async () => {
  const { articleId } = await desk.newClaim(people.editor);
  value(await save(people.editor, articleId, 0, words("Mine")));
  expect(refusal(await save(people.lead, articleId, 1, words("Yours"))).kind).toBe("forbidden");
  const asked = { p_article: articleId, p_expected: 1, p_draft: words("Yours") };
  expect((await people.lead.supabase.rpc("save_report_draft", asked)).error?.code).toBe("PT403");
  expect(await people.lead.ports.reportDrafts.of(articleId)).toBeNull();
  expect((await desk.anonymousClient.from("report_drafts").select("headline")).data ?? []).toEqual(
    [],
  );
});

test("readers find the verdicts in the editor's order, and so does whoever rebuilds the report from the log", async () => {
  const { editor } = people;
  const { articleId, approved } = await twoApproved();
  const order = approved.map(({ id }) => id).toReversed();
  const { slug } = value(
    await publishReport(editor.ports, editor.person, {
      ...{ articleId, headline: "The bridge vote", summary: "What was decided." },
      order: [randomUUID(), ...order],
      verdicts: approved.map(({ id, version }, at) => ({
        ...{ claimId: id, version, shortClaim: `Claim ${at + 1}` },
      })),
    }),
  );
  const report = await desk.anonymous.reports.find(slug);
  expect(report?.verdicts.map(({ claimId }) => claimId)).toEqual(order);
  const listed = (await desk.anonymous.reports.list()).find((one) => one.slug === slug);
  expect(listed?.verdicts.map(({ shortClaim }) => shortClaim)).toEqual(
    report?.verdicts.map(({ shortClaim }) => shortClaim),
  );
  // What nobody has published is told to nobody.
  const [row] = await desk.sql`select verdict_order from reports where slug = ${slug}`;
  expect(row?.["verdict_order"]).toEqual(order);

  const records = (await desk.anonymous.publicLog.entries(0, 100)).map(({ record }) => {
    const parsed = parseRecord(record);
    if (!parsed.ok) throw new Error(parsed.error);
    return parsed.value;
  });
  const rebuilt = rebuildReports(records, () => "the text");
  const again = rebuilt.ok ? rebuilt.value.find((one) => one.slug === slug) : undefined;
  expect(again?.verdicts.map(({ claimId }) => claimId)).toEqual(order);
  expect((await reread(editor, order[0] ?? "")).state).toBe("published");
});
