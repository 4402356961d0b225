import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { editStatement } from "~/commands/edit-statement";
import type { LanguageModel } from "~/commands/ports/language-model";
import { mergeClaims } from "~/commands/merge-claims";
import { proposeClaim } from "~/commands/propose-claim";
import { splitClaim } from "~/commands/split-claim";
import { suggestStatement } from "~/commands/suggest-statement";
import type { Claim } from "~/domain/claim/claim";
import type { SuggestionKind } from "~/domain/claim/suggestion/suggestion";
import { describeEvent } from "~/domain/audit/describe-event";
import { fail, ok } from "~/domain/result";

import { verifyTrail } from "../../../server/cli/verify-trail";
import { serviceClient } from "../../../server/supabase";
import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let other: Actor;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  other = await desk.join("editor");
});
afterAll(() => desk.stop());

const vote = "The council of Springfield rejected the new bridge by 31 votes to 12";
const reworded = `On Monday the council of Springfield rejected the new bridge by 31 votes to 12.`;
const parts = [
  { statement: "The council of Springfield rejected the new bridge.", quote: vote },
  { statement: "The vote was 31 votes to 12.", quote: "31 votes to 12" },
];

const saying = (answer: unknown): LanguageModel => ({
  name: "small-1",
  answer: async () => ok(typeof answer === "string" ? answer : JSON.stringify(answer)),
});

function ask(claim: Claim, kind: SuggestionKind, answer: unknown, actor = people.editor) {
  const ports = { ...actor.ports, languageModel: saying(answer) };
  return suggestStatement(ports, actor.person, { claimId: claim.id, kind });
}

const suggested = async (claim: Claim) =>
  value(await ask(claim, "rewrite", { statement: reworded }));
const trail = (claimId: string) => people.editor.ports.audit.of("claim", claimId);
const at = ({ id, version }: Claim) => ({ claimId: id, version });

describe("asking", () => {
  test("stores what passed, tells the trail, and changes nothing of the claim", async () => {
    const { claim } = await desk.newClaim(people.editor);
    const suggestion = await suggested(claim);
    expect(suggestion).toMatchObject({ kind: "rewrite", model: "small-1", dropped: [] });
    expect(await people.editor.ports.suggestions.find(suggestion.id)).toEqual({
      id: suggestion.id,
      claimId: claim.id,
      kind: "rewrite",
      model: "small-1",
      statements: [{ statement: reworded, start: claim.anchor.start, end: claim.anchor.end }],
    });
    const [, event] = await trail(claim.id);
    expect(event?.action).toBe("claim.suggestion_made");
    expect(event?.payload).toMatchObject({ model: "small-1", statements: [reworded] });
    expect(event?.actorId).toBe(people.editor.person.id);
    expect(await reread(people.editor, claim.id)).toEqual(claim);
  });

  test("what is dropped is said by name and stored nowhere", async () => {
    const { claim } = await desk.newClaim(people.editor);
    const statement = reworded.replace("Springfield", "Shelbyville");
    const refused = refusal(await ask(claim, "rewrite", { statement }));
    expect(refused).toMatchObject({ kind: "illegal" });
    expect(refused.kind === "illegal" && refused.message).toMatch(/“Shelbyville”, which does not/);
    expect(refusal(await ask(claim, "rewrite", "<html>")).kind).toBe("illegal");
    expect(await trail(claim.id)).toHaveLength(1);
  });

  test("a model that is away is said, and nothing is stored", async () => {
    const { claim } = await desk.newClaim(people.editor);
    const languageModel: LanguageModel = {
      name: "small-1",
      answer: async () => fail({ kind: "away", message: "It is away." }),
    };
    const { editor } = people;
    const asked = { claimId: claim.id, kind: "rewrite" } as const;
    const away = await suggestStatement({ ...editor.ports, languageModel }, editor.person, asked);
    expect(refusal(away)).toEqual({ kind: "unavailable", message: "It is away." });
    expect(refusal(await suggestStatement(editor.ports, editor.person, asked)).kind).toBe(
      "illegal",
    );
  });

  test("is for editors, and for claims that nobody reviews yet", async () => {
    const { claim } = await desk.newClaim(people.editor);
    const answer = { statement: reworded };
    expect(refusal(await ask(claim, "rewrite", answer, people.lead)).kind).toBe("forbidden");
    await bringTo(desk, people, claim.id, "in_review");
    expect(refusal(await ask(claim, "rewrite", answer)).kind).toBe("illegal");
  });
});

describe("the database", () => {
  const record = (claim: Claim, changes: Record<string, unknown> = {}) => ({
    p_claim: claim.id,
    p_kind: "rewrite",
    p_model: "small-1",
    p_statements: [{ statement: reworded, start: claim.anchor.start, end: claim.anchor.end }],
    p_by: people.editor.person.id,
    ...changes,
  });

  test("lets nobody but the server say what a model said", async () => {
    const { claim } = await desk.newClaim(people.editor);
    for (const client of [people.editor.supabase, desk.anonymousClient]) {
      const { error } = await client.rpc("record_suggestion", record(claim));
      expect(error?.code).toBe("42501");
      const row = { claim_id: claim.id, kind: "rewrite", model: "x", statements: [] };
      expect((await client.from("statement_suggestions").insert(row)).error?.code).toBe("42501");
    }
    const reader = await desk.join("reader");
    await suggested(claim);
    const rows = (actor: Actor) => actor.supabase.from("statement_suggestions").select("id");
    expect((await rows(people.lead)).data?.length).toBeGreaterThan(0);
    expect((await rows(reader)).data).toEqual([]);
    await expect(desk.sql`update public.statement_suggestions set model = 'x'`).rejects.toThrow(
      /append-only/,
    );
    await expect(desk.sql`truncate public.statement_suggestions`).rejects.toThrow(/append-only/);
  });

  test("checks even the server's word", async () => {
    const { claim } = await desk.newClaim(people.editor);
    const service = serviceClient(desk.platform);
    const { start, end } = claim.anchor;
    const one = { statement: reworded, start, end };
    const wrong: [Record<string, unknown>, string][] = [
      [{ p_by: people.lead.person.id }, "PT403"],
      [{ p_claim: people.lead.person.id }, "PT404"],
      [{ p_kind: "split" }, "PT422"],
      [{ p_kind: "other" }, "23514"],
      [{ p_model: "" }, "23514"],
      [{ p_statements: { 0: one } }, "PT422"],
      [{ p_statements: [one, one] }, "PT422"],
      [{ p_statements: [{ ...one, end: end + 1 }] }, "PT422"],
      [{ p_statements: [{ ...one, end: start }] }, "PT422"],
      [{ p_statements: [{ statement: reworded }] }, "PT422"],
      [{ p_statements: [{ ...one, statement: "" }] }, "PT422"],
    ];
    for (const [changes, code] of wrong) {
      const { error } = await service.rpc("record_suggestion", record(claim, changes));
      expect(error?.code, JSON.stringify(changes)).toBe(code);
    }
    expect(await trail(claim.id)).toHaveLength(1);
  });

  test("refuses a suggestion of another claim or another kind", async () => {
    const { claim } = await desk.newClaim(people.editor);
    const { claim: elsewhere } = await desk.newClaim(people.editor);
    const ofOther = await suggested(elsewhere);
    const split = value(await ask(claim, "split", { parts }));
    const forged = "99999999-9999-4999-8999-999999999999";
    for (const suggestionId of [ofOther.id, split.id, forged, "no id"]) {
      const { editor } = people;
      const input = { ...at(claim), statement: "Another wording of it.", suggestionId };
      expect(refusal(await editStatement(editor.ports, editor.person, input)).kind).toBe("illegal");
    }
    expect(await reread(people.editor, claim.id)).toEqual(claim);
  });
});

describe("the mark", () => {
  test.each([
    [reworded, true, "as suggested by"],
    ["The council of Springfield said no.", false, "starting from a suggestion of"],
  ])("of a rewording (%s, unchanged: %s) stays for ever", async (statement, unchanged, words) => {
    const { editor } = people;
    const { claim } = await desk.newClaim(editor);
    const { id: suggestionId } = await suggested(claim);
    value(
      await editStatement(editor.ports, editor.person, { ...at(claim), statement, suggestionId }),
    );
    const event = (await trail(claim.id)).at(-1);
    expect(event?.payload).toMatchObject({ model: "small-1", suggestion: suggestionId, unchanged });
    expect(event && describeEvent(event)).toContain(`, ${words} the language model small-1`);

    const marked = await reread(editor, claim.id);
    expect(marked.model).toBe("small-1");
    const own = { ...at(marked), statement: "A wording of my own." };
    value(await editStatement(editor.ports, editor.person, own));
    expect((await reread(editor, claim.id)).model).toBe("small-1");
    expect((await trail(claim.id)).at(-1)?.payload).not.toHaveProperty("model");
    await expect(
      desk.sql`update public.claims set model = null where id = ${claim.id}`,
    ).rejects.toThrow(/marked for ever/);
    expect((await verifyTrail(desk.sql)).fault).toBeNull();
  });

  test("is there for the very words even when the form does not name the suggestion", async () => {
    const { editor } = people;
    const { claim } = await desk.newClaim(editor);
    await suggested(claim);
    value(await editStatement(editor.ports, editor.person, { ...at(claim), statement: reworded }));
    expect((await reread(editor, claim.id)).model).toBe("small-1");
  });

  test("is not there for words of one's own", async () => {
    const { editor } = people;
    const { claim } = await desk.newClaim(editor);
    await suggested(claim);
    value(
      await editStatement(editor.ports, editor.person, {
        ...at(claim),
        statement: "My own words.",
      }),
    );
    expect((await reread(editor, claim.id)).model).toBeNull();
  });

  test("of a split is on every part, which stands where it was suggested", async () => {
    const { editor } = people;
    const { claim, articleId } = await desk.newClaim(editor);
    const suggestion = value(await ask(claim, "split", { parts }));
    value(
      await splitClaim(editor.ports, editor.person, {
        ...at(claim),
        statements: [parts[0]?.statement ?? "", "It was 31 votes to 12, they say."],
        suggestionId: suggestion.id,
      }),
    );
    const made = (await editor.ports.claims.ofArticle(articleId)).filter(
      ({ state, origin }) => state === "proposed" && origin === "person",
    );
    expect(new Set(made.map(({ anchor }) => anchor.exact))).toEqual(
      new Set(parts.map(({ quote }) => quote)),
    );
    expect(made.map(({ model }) => model)).toEqual(["small-1", "small-1"]);
    expect((await trail(claim.id)).at(-1)?.payload).toMatchObject({
      model: "small-1",
      unchanged: false,
    });
  });

  test("goes along when a claim's words are merged into another", async () => {
    const { editor } = people;
    const { claim } = await desk.newClaim(editor);
    const { id: suggestionId } = await suggested(claim);
    const edit = { ...at(claim), statement: reworded, suggestionId };
    value(await editStatement(editor.ports, editor.person, edit));
    const [keptId = ""] = value(
      await proposeClaim(other.ports, other.person, {
        versionId: claim.articleVersionId,
        start: claim.anchor.start,
        end: claim.anchor.end - 5,
        statement: "The bridge is off.",
        claimant: null,
        type: "event",
      }),
    );
    const merge = { ...at(await reread(editor, claim.id)), withClaimId: keptId };
    value(
      await mergeClaims(editor.ports, editor.person, { ...merge, statement: "The bridge is off." }),
    );
    expect((await reread(editor, keptId)).model).toBe("small-1");
  });
});
