import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { publishReport } from "~/commands/publish-report";
import { returnReview } from "~/commands/return-review";
import { submitReview } from "~/commands/submit-review";
import type { Evidence } from "~/domain/evidence/evidence";
import { independenceOf } from "~/domain/evidence/independence";
import { canonicalText } from "~/domain/verdict/canonical";
import type { VerdictContent } from "~/domain/verdict/content";
import type { RichText } from "~/domain/verdict/rich-text";
import type { CompleteDraft } from "~/domain/verdict/verdict";

import { completeDraft, evidence, sourcing } from "../../support/drafts";
import { startDesk, value, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

const first = "countersign/verdict/1";
const second = "countersign/verdict/2";
const noted = (footnote: string): RichText => [
  { type: "paragraph", runs: [{ text: "So." }, { footnote }] },
];
const table: RichText = [
  {
    type: "quote",
    blocks: [
      { type: "table", rows: [[{ blocks: [{ type: "paragraph", runs: [{ text: "2024" }] }] }]] },
    ],
  },
];

/** Sends content straight to the database, as the room's lead, over the row that the review is at. */
async function submit(
  schema: string,
  rationaleOf: (content: VerdictContent) => RichText,
  more: object = {},
) {
  const { claim } = await desk.newClaim(people.editor);
  const waiting = await bringTo(desk, people, claim.id, "second_review");
  const { person, ports, supabase } = people.lead;
  const [version] = (await ports.reviews.record(claim.id)).versions;
  if (!version) throw new Error("nothing was submitted");
  value(
    await returnReview(people.editor.ports, people.editor.person, {
      claimId: claim.id,
      version: waiting.version,
      action: "return",
      reason: "Look again",
    }),
  );
  const back = await reread(people.editor, claim.id);
  expect(back.leadId).toBe(person.id);
  const { sourcing: _, ...content } = version.content;
  const rationale = rationaleOf(content);
  const changed = { ...content, schema, verdict: { ...content.verdict, rationale }, ...more };
  const { head } = await ports.documents.read(claim.id);
  const { error } = await supabase.rpc("act_on_claim", {
    p_claim: claim.id,
    p_action: "submit",
    p_expected: back.version,
    p_reason: null,
    p_payload: { content: canonicalText(changed as VerdictContent), documentHead: head },
  });
  return error?.message ?? null;
}

const sourceOf = ({ evidence }: VerdictContent) => evidence[0]?.id ?? "";

describe("the database takes", () => {
  test.each([
    ["a footnote of one of its sources", second, (it: VerdictContent) => noted(sourceOf(it))],
    ["a table", second, () => table],
    [
      "content with neither, in the first schema",
      first,
      (it: VerdictContent) => it.verdict.rationale,
    ],
  ])("%s", async (_what, schema, rationaleOf) => {
    expect(await submit(schema, rationaleOf)).toBeNull();
  });
});

describe("the database refuses", () => {
  const older = "The first schema of a verdict has neither tables nor footnotes.";
  test.each([
    ["a footnote of no source", second, () => noted("gone"), "about a source that is not there"],
    ["a footnote in the first schema", first, (it: VerdictContent) => noted(sourceOf(it)), older],
    ["a table in the first schema", first, () => table, older],
    ["a schema that it does not know", "countersign/verdict/4", () => table, "A verdict needs"],
  ])("%s", async (_what, schema, rationaleOf, why) => {
    expect(await submit(schema, rationaleOf)).toContain(why);
  });
});

describe("of the third schema", () => {
  const third = "countersign/verdict/3";
  const kept = (it: VerdictContent) => it.verdict.rationale;
  const known = { ...evidence(), author: "Ada", derivedFrom: "origin:Agency", accessedBy: "Lea" };
  test("the database takes the later fields of a source, and what is said of all", async () => {
    const more = { evidence: [{ ...known, sourceType: "own_measurement" }], sourcing: sourcing() };
    expect(await submit(third, kept, more)).toBeNull();
  });
  test.each([
    ["its fields in an older one", second, { evidence: [known] }, "The first schemas"],
    [
      "its kinds in an older one",
      first,
      { evidence: [evidence({ sourceType: "expert" })] },
      "The first",
    ],
    ["what is said of all in an older one", second, { sourcing: sourcing() }, "The first schemas"],
    ["an empty field", third, { evidence: [{ ...known, author: "" }] }, "A verdict needs"],
    ["another origin", third, { evidence: [{ ...known, derivedFrom: "x" }] }, "A verdict needs"],
    ["another kind", third, { evidence: [{ ...known, sourceType: "rumour" }] }, "A verdict needs"],
    [
      "another answer",
      third,
      { sourcing: { ...sourcing(), otherSide: "maybe" } },
      "A verdict needs",
    ],
  ])("it refuses %s", async (_what, schema, more, why) => {
    expect(await submit(schema, kept, more)).toContain(why);
  });
});

test("it counts what stands on its own as the pages do, and never fewer", async () => {
  const card = (id: string, more: Partial<Evidence>) =>
    evidence({ id, url: `https://${id}.example/x`, publisher: id, ...more });
  const lists = [
    [card("a", {}), card("b", {})],
    [card("a", {}), card("b", { derivedFrom: "card:c" }), card("c", { derivedFrom: "card:a" })],
    [card("a", { derivedFrom: "origin:DPA " }), card("b", { publisher: "dpa" }), card("c", {})],
    [card("a", { derivedFrom: "card:b" }), card("b", { derivedFrom: "card:a" })],
    [card("a", { url: "", publisher: "" }), card("b", { url: "", publisher: "" })],
    [card("a", { url: "https://www.x.example/1" }), card("b", { url: "https://x.example/2" })],
    [card("a", { url: "https://one.github.io" }), card("b", { url: "https://two.github.io" })],
  ];
  for (const list of lists) {
    const [row] =
      await desk.sql`select app_private.independent_sources(${desk.sql.json(list as never)}) as n`;
    expect(row?.["n"]).toBe(independenceOf(list).groups.length);
  }
});

test("what lacks two sources, a reason or a look for the other side is not published, whoever asks", async () => {
  const { claim } = await desk.newClaim(people.editor);
  const publisher = await desk.join("editor");
  const tried = async (draft: Partial<CompleteDraft>) => {
    const at = await reread(people.editor, claim.id);
    if (at.state === "open" || at.state === "proposed")
      await bringTo(desk, people, claim.id, "in_review");
    const { version } = await reread(people.editor, claim.id);
    desk.setDraft(claim.id, completeDraft(draft));
    const { lead, second, editor } = people;
    value(await submitReview(lead.ports, lead.person, { claimId: claim.id, version }));
    const approved = await bringTo(desk, people, claim.id, "approved");
    const report = {
      ...{ slug: `s-${claim.id}`, headline: "Head", summary: "Sum" },
      verdicts: [
        { claimId: claim.id, version: approved.version, shortClaim: "Short", slug: claim.id },
      ],
    };
    const { error } = await publisher.supabase.rpc("publish_report", {
      p_article: claim.articleId,
      p_report: report,
    });
    const polite = await publishReport(publisher.ports, publisher.person, {
      ...{ articleId: claim.articleId, headline: "Head", summary: "Sum" },
      verdicts: [{ claimId: claim.id, version: approved.version, shortClaim: "Short" }],
    });
    expect(polite.ok).toBe(error === null ? polite.ok : false);
    if (error !== null) {
      value(
        await returnReview(editor.ports, editor.person, {
          ...{
            claimId: claim.id,
            version: approved.version,
            action: "reopen",
            reason: "Add to it",
          },
        }),
      );
    }
    void second;
    return error?.message ?? null;
  };
  expect(await tried({ sourcing: undefined })).toContain("two independent sources");
  expect(await tried({ sourcing: sourcing({ singleSource: " " }) })).toContain("two independent");
  expect(await tried({ sourcing: sourcing({ otherSide: "" }) })).toContain("the other side");
  expect(await tried({ sourcing: sourcing({ otherSideBy: "" }) })).toContain("the other side");
  const two = [
    evidence(),
    evidence({ id: "e2", url: "https://other.example", publisher: "Other" }),
  ];
  expect(await tried({ evidence: two, sourcing: sourcing({ singleSource: "" }) })).toBeNull();
  const report = await desk.anonymous.reports.find(`s-${claim.id}`);
  expect(report?.verdicts[0]?.replies).toEqual([]);
});
