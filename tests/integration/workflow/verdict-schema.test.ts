import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { returnReview } from "~/commands/return-review";
import { canonicalText } from "~/domain/verdict/canonical";
import type { VerdictContent } from "~/domain/verdict/content";
import type { RichText } from "~/domain/verdict/rich-text";

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
async function submit(schema: string, rationaleOf: (content: VerdictContent) => RichText) {
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
  const { content } = version;
  const rationale = rationaleOf(content);
  const changed = { ...content, schema, verdict: { ...content.verdict, rationale } };
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
    ["a schema that it does not know", "countersign/verdict/3", () => table, "A verdict needs"],
  ])("%s", async (_what, schema, rationaleOf, why) => {
    expect(await submit(schema, rationaleOf)).toContain(why);
  });
});
