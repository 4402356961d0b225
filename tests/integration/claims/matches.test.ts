import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { decideMatch } from "~/commands/decide-match";
import { editStatement } from "~/commands/edit-statement";
import { saveArticle } from "~/commands/save-article";
import { triageClaim } from "~/commands/triage-claim";
import type { Claim } from "~/domain/claim/claim";
import { bm25Constants } from "~/domain/claim/match/bm25";
import { ClaimIndex } from "~/domain/claim/match/claim-index";
import { matchesToShow, type EarlierCheck } from "~/domain/claim/match/claim-match";

import { serviceClient } from "../../../server/supabase";
import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";

let desk: TestDesk;
let editor: Actor;
let reviewer: Actor;
let reader: Actor;

beforeAll(async () => {
  desk = await startDesk();
  [editor, reviewer, reader] = await Promise.all([
    desk.join("editor"),
    desk.join("reviewer"),
    desk.join("reader"),
  ]);
});
afterAll(() => desk.stop());

async function article(text: string): Promise<Claim[]> {
  const { articleId } = value(
    await saveArticle(editor.ports, editor.person, {
      articleId: randomUUID(),
      draft: {
        title: "What was said",
        byline: null,
        outlet: "The Paper",
        publishedOn: "2024-02-05",
        language: "en",
        sourceUrl: null,
        fetchedAt: null,
        text,
      },
    }),
  );
  return editor.ports.claims.ofArticle(articleId);
}

function check(claim: string, changes: Partial<EarlierCheck> = {}): EarlierCheck {
  return {
    url: `https://checks.example/${randomUUID()}`,
    claim,
    title: null,
    claimant: null,
    rating: "False",
    publisher: "Another desk",
    checkedOn: "2023-05-01",
    ...changes,
  };
}

const matchesOf = async (claim: Claim) =>
  matchesToShow(await editor.ports.matches.ofClaims([claim.id]));

const only = <T>(list: readonly T[]): T => {
  const [first, ...more] = list;
  if (first === undefined || more.length > 0) throw new Error(`Expected one, got ${list.length}`);
  return first;
};

test("a claim that another desk has checked is proposed with a confidence, and one that is only like it is not", async () => {
  const same = check("The Springfield monorail carried 40,000 passengers in its first week.");
  const other = check("The Springfield library lent 40,000 books in its first year.");
  value(await editor.ports.matches.importChecks([same, other]));
  const claim = only(
    await article("The monorail of Springfield carried 40,000 passengers in its first week."),
  );
  expect(claim.comparedAt).toBeNull();
  await desk.compareAll();
  const match = only(await matchesOf(claim));
  expect(match.with).toMatchObject({ kind: "check", url: same.url, rating: "False" });
  expect(match.confidence).toBeGreaterThanOrEqual(0.6);
  expect(match.state).toBe("proposed");
  expect((await editor.ports.claims.find(claim.id))?.comparedAt).not.toBeNull();
});

test("a claim in work is found from another article, from both sides, and not once it is dismissed", async () => {
  const first = only(
    await article("The city of Ogdenville sold its 14 trams to Brockway in 2021."),
  );
  await desk.compareAll();
  const second = only(await article("Ogdenville sold its 14 trams to Brockway in 2021."));
  await desk.compareAll();
  expect(only(await matchesOf(second)).with).toMatchObject({ kind: "claim", id: first.id });
  expect(only(await matchesOf(first)).with).toMatchObject({ kind: "claim", id: second.id });

  value(
    await triageClaim(editor.ports, editor.person, {
      claimId: first.id,
      version: first.version,
      action: "dismiss",
      reason: "Double",
      kind: "checked_before",
    }),
  );
  expect(await matchesOf(second)).toEqual([]);
});

test("what is said twice in one article is found; two claims cut from the same words are no double", async () => {
  const claims = await article(
    "The harbour of Cypress Creek handled 9 million containers last year.\n\n" +
      "Maria Lopes said that the harbour of Cypress Creek handled 9 million containers last year.\n\n" +
      "Trains were late on Monday because of a storm.",
  );
  await desk.compareAll();
  const matches = await editor.ports.matches.ofClaims(claims.map(({ id }) => id));
  expect(matches.length).toBeGreaterThan(0);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  for (const match of matches) {
    const [a, b] = [byId.get(match.claimId), byId.get(match.with.id)];
    if (!a || !b) throw new Error("A match leaves the article");
    expect(a.anchor.end <= b.anchor.start || b.anchor.end <= a.anchor.start).toBe(true);
  }
});

describe("a person’s decision", () => {
  const pair = async () => {
    const town = `Town${randomUUID().slice(0, 6)}`;
    const known = check(`${town} closed all 7 of its public swimming pools in 2019.`);
    value(await editor.ports.matches.importChecks([known]));
    const claim = only(await article(`${town} closed all 7 of its public swimming pools in 2019.`));
    await desk.compareAll();
    const ofCheck = (await matchesOf(claim)).filter((match) => match.with.kind === "check");
    return { known, claim, match: only(ofCheck) };
  };

  test("is stored with who took it, stands in the trail, and outlives the next comparison", async () => {
    const { claim, match, known } = await pair();
    value(
      await decideMatch(reviewer.ports, reviewer.person, {
        matchId: match.id,
        decision: "rejected",
      }),
    );
    const shown = async () =>
      (await matchesOf(claim)).filter(({ id }) => id === match.id).map(({ state }) => state);
    expect(await shown()).toEqual([]);
    value(await editor.ports.matches.importChecks([check("Something else entirely was checked.")]));
    await desk.compareAll();
    expect(await shown()).toEqual([]);

    value(
      await decideMatch(editor.ports, editor.person, { matchId: match.id, decision: "confirmed" }),
    );
    expect((await matchesOf(claim))[0]).toMatchObject({
      id: match.id,
      state: "confirmed",
      decidedBy: editor.person.id,
    });
    const trail = await editor.ports.audit.of("claim", claim.id);
    expect(trail.map(({ action, actorId }) => [action, actorId]).slice(-2)).toEqual([
      ["claim.match_rejected", reviewer.person.id],
      ["claim.match_confirmed", editor.person.id],
    ]);
    expect(trail.at(-1)?.payload["other"]).toBe(known.claim);
  });

  test("said twice is recorded once", async () => {
    const { claim, match } = await pair();
    const decide = () =>
      decideMatch(editor.ports, editor.person, { matchId: match.id, decision: "confirmed" });
    value(await decide());
    value(await decide());
    const trail = await editor.ports.audit.of("claim", claim.id);
    expect(trail.filter(({ action }) => action === "claim.match_confirmed")).toHaveLength(1);
  });

  test("is refused to a reader by the command and by the database", async () => {
    const { match } = await pair();
    const input = { matchId: match.id, decision: "confirmed" } as const;
    expect(refusal(await decideMatch(reader.ports, reader.person, input)).kind).toBe("forbidden");
    expect(refusal(await reader.ports.matches.decide(match.id, "confirmed")).kind).toBe(
      "forbidden",
    );
  });
});

test("nobody but the server can say what was found", async () => {
  const { claim } = await desk.newClaim(editor);
  for (const [name, args] of [
    ["keep_matches", { p_claims: [claim.id], p_matches: [] }],
    ["keep_match_words", { p_words_version: 1, p_documents: [] }],
    ["unread_match_documents", { p_words_version: 1, p_limit: 1 }],
    ["uncompared_claims", { p_limit: 1 }],
  ] as const) {
    const { error } = await editor.supabase.rpc(name, args);
    expect(error?.code, name).toBe("42501");
  }
  const { error } = await editor.supabase
    .from("claim_matches")
    .insert({ claim_id: claim.id, other_claim_id: claim.id, confidence: 1 });
  expect(error?.code).toBe("42501");
});

test("a claim that is reworded is compared again", async () => {
  const known = check("Shelbyville has the highest bread price of the 12 river towns.");
  value(await editor.ports.matches.importChecks([known]));
  const claim = only(await article("The bakers met on Friday to discuss 3 new ovens."));
  await desk.compareAll();
  expect(await matchesOf(claim)).toEqual([]);
  value(
    await editStatement(editor.ports, editor.person, {
      claimId: claim.id,
      version: claim.version,
      statement: "Shelbyville has the highest bread price of all 12 river towns.",
    }),
  );
  await desk.compareAll();
  expect(only(await matchesOf(claim)).with).toMatchObject({ url: known.url });
});

test("a check that is imported again changes nothing, and with other words it is renewed", async () => {
  const known = check("Every third bridge of Capital City is closed.");
  expect(value(await editor.ports.matches.importChecks([known]))).toEqual({ added: 1, changed: 0 });
  expect(value(await editor.ports.matches.importChecks([known, known]))).toEqual({
    added: 0,
    changed: 0,
  });
  expect(
    value(await editor.ports.matches.importChecks([{ ...known, rating: "Mostly true" }])),
  ).toEqual({ added: 0, changed: 1 });
});

test("Postgres ranks and scores as the index in memory does", async () => {
  const subjects = ["bridge", "harbour", "library", "monorail", "school", "tram", "hospital"];
  const deeds = ["closed in 2019", "cost 4 million euros", "opened twice", "was sold to Brockway"];
  const checks = subjects.flatMap((subject) =>
    deeds.map((deed) =>
      check(`The ${subject} of North Haverbrook ${deed}.`, { title: `Did the ${subject} fail?` }),
    ),
  );
  value(await editor.ports.matches.importChecks(checks));
  const claim = only(
    await article("The old harbour of North Haverbrook cost 5 million euros in 2019."),
  );
  await desk.compareAll();

  const documents = await desk.sql<
    { id: string; claim_id: string | null; check_id: string | null; text: string; title: string }[]
  >`select id, claim_id, check_id, text, title from app_private.match_documents order by id`;
  const index = new ClaimIndex<string>();
  for (const { id, claim_id, text, title } of documents) {
    if (claim_id !== claim.id) index.add({ id, text, title });
  }
  const { data, error } = await serviceClient(desk.platform).rpc("match_candidates", {
    p_claims: [claim.id],
    p_limit: 10,
    p_saturation: bm25Constants.saturation,
    p_length_share: bm25Constants.lengthShare,
    p_rarity: bm25Constants.rarity,
  });
  expect(error).toBeNull();
  const found: { id: number; kind: string; score: number }[] = data.queries[0].candidates;
  const checked = found.filter(({ kind }) => kind === "checked");
  const expected = index
    .candidates(claim.statement, documents.length)
    .filter(({ id }) => documents.some((each) => each.id === id && each.check_id !== null))
    .slice(0, 10);
  expect(checked).toHaveLength(10);
  for (const [i, { score }] of checked.entries()) {
    expect(score).toBeCloseTo(expected[i]?.score ?? 0, 8);
  }
});
