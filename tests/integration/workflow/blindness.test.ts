import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { submitReview } from "~/commands/submit-review";
import type { Claim } from "~/domain/claim/claim";
import { ratingScale, type Rating } from "~/domain/verdict/rating";
import type { CompleteDraft } from "~/domain/verdict/verdict";
import { secondSees, type SecondSees } from "~/domain/review/review-rules";

import { startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { completeDraft, evidence } from "../../support/drafts";
import { bringTo, cast, decideOn, reread, type Cast } from "../../support/review-steps";
import { setRules } from "../../support/review-rules";

/**
 * That nothing which a second reviewer can reach gives the rating away before they have decided: every table, every
 * function of the API and every loader of the desk, under both settings, for a fact-checker and for an editor.
 */
let desk: TestDesk;
let people: Cast;
let admin: Actor;
let seconds: Record<"reviewer" | "editor", Actor>;
beforeAll(async () => {
  // Most of what is tried is refused, and every refusal is told to the server's log.
  vi.spyOn(console, "error").mockReturnValue(undefined);
  desk = await startDesk();
  people = await cast(desk);
  admin = await desk.join("admin");
  seconds = { reviewer: people.second, editor: await desk.join("editor") };
});
afterAll(() => desk.stop());

/** A verdict whose rating and words nothing else on this desk has, and how one finds them. */
function verdict(rating: Rating) {
  const draft = completeDraft({
    rating,
    summary: `SUMMARY ${rating}`,
    rationale: [{ type: "paragraph", runs: [{ text: "RATIONALE" }, { footnote: "e1" }] }],
    evidence: [evidence({ stance: "refutes", note: `NOTE ${rating}`, excerpt: "EXCERPT" })],
  });
  return { draft, secret: new RegExp(`${rating}|${ratingScale[rating].label}`, "i") };
}
async function submitted(second: Actor, draft: CompleteDraft): Promise<Claim> {
  const { claim } = await desk.newClaim(people.editor);
  const inReview = await bringTo(desk, { ...people, second }, claim.id, "in_review");
  desk.setDraft(claim.id, draft);
  const { lead } = people;
  const { version } = inReview;
  const reason = `REASON ${draft.rating}`;
  value(await submitReview(lead.ports, lead.person, { claimId: claim.id, version, reason }));
  return reread(people.editor, claim.id);
}

/** Every table that the API knows, as far as this person may read it. */
async function tablesOf({ supabase }: Actor) {
  const tables = await desk.sql<{ name: string }[]>`select table_name as name
    from information_schema.tables where table_schema = 'public' order by 1`;
  const answers: Record<string, unknown> = {};
  for (const { name } of tables) {
    const { data, error } = await supabase.from(name).select("*").limit(1000);
    answers[name] = data ?? error;
  }
  return answers;
}

/** Every function that a signed-in person may call, asked about this claim; what would change something is made to fail. */
async function functionsOf({ supabase, person }: Actor, claim: Claim) {
  const functions = await desk.sql<{ name: string; names: string[] | null; types: string }[]>`
    select p.proname as name, p.proargnames[1:p.pronargs] as names, oidvectortypes(p.proargtypes) as types
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and has_function_privilege('authenticated', p.oid, 'execute') order by 1`;
  const given: Record<string, unknown> = {
    uuid: claim.id,
    "uuid[]": [claim.id],
    jsonb: {},
    integer: -1,
    bigint: 0,
    text: claim.id,
    "text[]": [],
    boolean: false,
    date: "2024-02-05",
    "timestamp with time zone": "2020-01-01T00:00:00Z",
  };
  const answers: Record<string, unknown> = {};
  for (const { name, names, types } of functions) {
    const args = types.split(", ").flatMap((type, at) => {
      const arg = names?.[at];
      if (arg === undefined || type === "") return [];
      return [[arg, arg === "p_person" ? person.id : (given[type.split(".").at(-1) ?? ""] ?? "x")]];
    });
    const { data, error } = await supabase.rpc(name, Object.fromEntries(args));
    answers[name] = data ?? error;
  }
  return answers;
}

type Loader = (args: LoaderFunctionArgs) => unknown;
/** Every route of the desk, by the name of its file. */
const routes = import.meta.glob<{ loader?: Loader }>("../../../app/routes/desk*", { eager: true });
const loaders = Object.entries(routes).flatMap(([file, { loader }]) =>
  loader ? [[file.replace(/^.*\/desk[._]*|\.tsx?$/g, ""), loader] as const] : [],
);

/** What the loaders of the desk answer this person about the claim. */
async function pagesOf({ ports, person }: Actor, claim: Claim) {
  const answers: Record<string, string> = {};
  for (const [name, load] of loaders) {
    const ids = [claim.id, claim.articleId].join(",");
    const args: LoaderFunctionArgs = {
      request: new Request(
        `http://desk.test/?after=0&since=0&claims=${ids}&ids=${ids}&id=${claim.id}`,
      ),
      params: {
        id: name.startsWith("articles.") ? claim.articleId : claim.id,
        claimId: claim.id,
        n: "1",
        look: claim.id,
      },
      context: {
        ...{
          ports,
          person,
          outage: false,
          publicUrl: "http://desk.test",
          cspNonce: "",
          hasJobs: true,
        },
        session: { signIn: async () => false, signOut: async () => undefined },
      },
    };
    try {
      const answer = await load(args);
      answers[name] = answer instanceof Response ? await answer.text() : JSON.stringify(answer);
    } catch (thrown) {
      if (!(thrown instanceof Response))
        throw new Error(`The loader of ${name}`, { cause: thrown });
      answers[name] = `${thrown.status} ${await thrown.text()}`;
    }
  }
  return answers;
}

const telling = (answers: Record<string, unknown>, secret: RegExp) =>
  Object.entries(answers).flatMap(([name, answer]) =>
    secret.test(JSON.stringify(answer)) ? [name] : [],
  );

const cases: [SecondSees, "reviewer" | "editor", Rating][] = [
  ["rationale", "editor", "misleading"],
  ["sources", "reviewer", "unproven"],
];

describe.each(cases)("with %s shown to a second reviewer who is %s", (sees, role, rating) => {
  test("no table, function or page gives the rating away", { timeout: 60_000 }, async () => {
    await setRules(admin, { secondSees: sees });
    const second = seconds[role];
    const { draft, secret } = verdict(rating);
    const claim = await submitted(second, draft);
    const tables = await tablesOf(second);
    const functions = await functionsOf(second, claim);
    const pages = await pagesOf(second, claim);
    expect(telling(tables, secret)).toEqual([]);
    expect(telling(functions, secret)).toEqual([]);
    expect(telling(pages, secret)).toEqual([]);
    expect(Object.keys(tables).length).toBeGreaterThan(25);
    expect(Object.keys(functions).length).toBeGreaterThan(30);
    expect(Object.keys(pages).length).toBeGreaterThan(30);
    // What they are to see, and no more of the rationale than the desk wants.
    const shown = { blind: functions["blind_review"], room: pages["claims.$id"] };
    for (const [where, answer] of Object.entries(shown)) {
      const text = JSON.stringify(answer);
      expect(text, where).toContain("EXCERPT");
      expect(text.includes("RATIONALE"), where).toBe(sees === "rationale");
      expect(text.includes("footnote"), where).toBe(sees === "rationale");
      expect(text, where).not.toContain("refutes");
    }
    expect([pages["claims.$id_.history"], pages["claims.$id_.versions.$n"]]).toEqual([
      "403 Forbidden",
      "403 Forbidden",
    ]);

    // The same search finds it for who may know it, and for the second reviewer once they have decided.
    expect(telling(await tablesOf(people.lead), secret)).toContain("verdict_versions");
    await decideOn(second, claim, "false");
    expect(telling(await tablesOf(second), secret)).toContain("verdict_versions");
    expect(telling(await pagesOf(second, claim), secret)).toContain("claims.$id");
    const after = await second.supabase.rpc("blind_review", { p_claim: claim.id });
    expect(after.data).toBeNull();
  });
});

/** Without what is one's own of every claim: ids, hashes, times, the worth of its words and the numbers of rows. */
const withoutOwn = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "an id")
    .replaceAll(/[0-9a-f]{64}/g, "a hash")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g, "a time")
    // Each article has an id among its words, and so a worth of its own.
    .replaceAll(/\b[01]\.\d+/g, "a share")
    .replaceAll(/"(?:seq|n|head|newestUnread)":\d+/g, "a number");

test("no answer is another, or longer, for another rating: there is nothing to measure", async () => {
  await setRules(admin, { secondSees: "rationale" });
  const second = await desk.join("reviewer");
  const answers: string[] = [];
  for (const rating of ["true", "unproven"] as const) {
    const claim = await submitted(second, completeDraft({ rating, summary: "Nothing of it." }));
    const pages = await pagesOf(second, claim);
    const compared = ["claims.$id", "articles.$id._index", "claims.$id_.history"];
    const { data } = await second.supabase.rpc("blind_review", { p_claim: claim.id });
    answers.push(
      withoutOwn([...compared.map((name) => pages[name]), JSON.stringify(data)].join("\n")),
    );
  }
  expect(answers[0]).toContain("an id");
  expect(answers[0]).toBe(answers[1]);
});

test("the view of who decides blind is theirs alone", async () => {
  await setRules(admin, { secondSees: "rationale" });
  const { draft } = verdict("true");
  const claim = await submitted(people.second, draft);
  const others = [
    people.lead,
    people.editor,
    admin,
    await desk.join("reviewer"),
    await desk.join("reader"),
  ];
  for (const { supabase } of others) {
    const { data } = await supabase.rpc("blind_review", { p_claim: claim.id });
    expect(data).toBeNull();
  }
  const { error } = await desk.anonymousClient.rpc("blind_review", { p_claim: claim.id });
  expect(error).not.toBeNull();
  expect(await people.second.ports.reviews.blindView(claim.id)).toEqual({
    rationale: draft.rationale,
    evidence: [{ ...draft.evidence[0], stance: "context", note: "" }],
  });
});

test("what was read before deciding is kept with the second verdict", async () => {
  for (const sees of secondSees) {
    await setRules(admin, { secondSees: sees });
    const claim = await submitted(people.second, verdict("true").draft);
    await decideOn(people.second, claim, "false");
    const [given] = (await people.second.ports.reviews.record(claim.id)).secondVerdicts;
    expect(given?.sawRationale).toBe(sees === "rationale");
  }
});
