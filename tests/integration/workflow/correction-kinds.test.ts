import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { adjudicate } from "~/commands/adjudicate";
import { askRetraction, takeBackRetraction } from "~/commands/ask-retraction";
import { chooseCorrectionKind } from "~/commands/choose-correction-kind";
import { correctVerdict } from "~/commands/correct-verdict";
import { mendTypo } from "~/commands/mend-typo";
import { publishReport } from "~/commands/publish-report";
import { submitReview } from "~/commands/submit-review";
import { parseRecord } from "~/domain/log/public-record";
import { revisionKinds, type RevisionKind } from "~/domain/report/correction/kinds";
import { leastKind } from "~/domain/report/correction/least-kind";
import type { PublishedText } from "~/domain/report/correction/typo";
import { canonicalText } from "~/domain/verdict/canonical";
import type { CompleteDraft } from "~/domain/verdict/verdict";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { completeDraft, evidence } from "../../support/drafts";
import { newPublication } from "../../support/publications";
import { publishedVerdict } from "../../support/reports";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
/** Everybody who can come, by what they are to the claim. */
let everybody: Record<"editor" | "lead" | "second" | "reviewer" | "other editor" | "reader", Actor>;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  everybody = {
    ...people,
    reviewer: await desk.join("reviewer"),
    "other editor": await desk.join("editor"),
    reader: await desk.join("reader"),
  };
});
afterAll(() => desk.stop());

const editors = ["editor", "other editor"];

/** What a correction changes, from a slip to another rating. */
const drafts: Record<RevisionKind, Partial<CompleteDraft>> = {
  typo: { summary: "The minutes bears it out, but for the date." },
  update: { evidence: [evidence(), evidence({ id: "e2", url: "https://other.example/" })] },
  correction: { evidence: [evidence({ excerpt: "The motion was lost." })] },
  verdict_change: { rating: "false" },
};

async function begin(by: Actor, claimId: string, kind: RevisionKind) {
  const { version } = await reread(people.editor, claimId);
  const reason = "The date is wrong";
  return correctVerdict(by.ports, by.person, { claimId, version, action: "correct", kind, reason });
}

/** Brings a correction that was begun to its signature, with these changes written. */
async function written(claimId: string, change: Partial<CompleteDraft>): Promise<void> {
  const { version } = await bringTo(desk, people, claimId, "in_review");
  desk.setDraft(claimId, completeDraft(change));
  value(await submitReview(people.lead.ports, people.lead.person, { claimId, version }));
  await bringTo(desk, people, claimId, "approved", change.rating ?? "mostly_true");
}

async function publish(claimId: string, shortClaim?: string) {
  const { id, articleId, version } = await reread(people.editor, claimId);
  return publishReport(people.editor.ports, people.editor.person, {
    ...{ articleId, headline: "The bridge vote", summary: "What the council decided." },
    verdicts: [{ claimId: id, version, shortClaim: shortClaim ?? "The bridge was rejected" }],
  });
}

async function traceOf(claimId: string) {
  const rows = await desk.sql`
    select (select count(*) from public.published_verdicts where claim_id = ${claimId})::int as copies,
      (select count(*) from public.log_entries where claim_id = ${claimId})::int as entries,
      (select count(*) from public.published_changes where claim_id = ${claimId})::int as changes,
      (select count(*) from public.verdict_versions where claim_id = ${claimId})::int as versions,
      (select state from public.claims where id = ${claimId}) as state`;
  return rows[0];
}

const lastRecord = async (claimId: string) => {
  const [row] = await desk.sql<{ record: string }[]>`
    select record from public.log_entries where claim_id = ${claimId} order by index desc limit 1`;
  const parsed = parseRecord(row?.record ?? "");
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

describe("the rule of the database is that of the domain", () => {
  const words = fc.array(
    fc.constantFrom(..."the bridge not’ don't 2 1.5 ten “é” 🌉 a".split(" ")),
    { maxLength: 6 },
  );
  const texts = fc.record({
    summary: words.map((some) => some.join(" ")),
    first: words.map((some) => some.join(" ")),
    second: words.map((some) => some.join("")),
    isBold: fc.boolean(),
    short: words.map((some) => some.join(" ")),
    stance: fc.constantFrom("supports", "refutes"),
    more: fc.boolean(),
    rating: fc.constantFrom("true", "true", "true", "false"),
  });
  type Texts = typeof texts extends fc.Arbitrary<infer T> ? T : never;
  const textOf = ({ summary, first, second, isBold, short, stance, more, rating }: Texts) => {
    const draft: Partial<CompleteDraft> = {
      summary,
      rating: rating === "true" ? "true" : "false",
      rationale: [
        { type: "paragraph", runs: [{ text: first, ...(isBold && { bold: true as const }) }] },
        {
          type: "list",
          ordered: false,
          items: [[{ type: "paragraph", runs: [{ text: second }] }]],
        },
      ],
      evidence: [
        evidence({ stance: stance === "supports" ? "supports" : "refutes" }),
        ...(more ? [evidence({ id: "e2" })] : []),
      ],
    };
    return { content: publishedVerdict({ draft }).content, shortClaim: short };
  };

  const ask = async (before: PublishedText, after: PublishedText) => {
    const [row] = await desk.sql<{ least: string | null }[]>`
      select app_private.least_correction(${canonicalText(before.content)}::text::jsonb, ${before.shortClaim},
        ${canonicalText(after.content)}::text::jsonb, ${after.shortClaim}) as least`;
    return row?.least;
  };

  test("for any two texts", async () => {
    const seen = new Set<string | null>();
    await fc.assert(
      fc.asyncProperty(texts, texts, fc.integer({ min: 0, max: 255 }), async (one, other, mask) => {
        // Few parts differ, or everything would be the gravest.
        const mixed = Object.fromEntries(
          Object.entries(one).map(([name, own], at) => [
            name,
            mask & (1 << at) ? own : Reflect.get(other, name),
          ]),
        ) as Texts;
        const [before, after] = [textOf(one), textOf(mixed)];
        const least = leastKind(before, after);
        seen.add(least);
        expect(await ask(before, after)).toBe(least);
      }),
      { numRuns: 400 },
    );
    expect(seen).toEqual(new Set([null, ...revisionKinds]));
  });

  test("for the letters that differ", async () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "é", "🌉"), maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(letters, letters, async (from, to) => {
        const one = textOf({ ...fixed, summary: from });
        const two = textOf({ ...fixed, summary: to });
        expect(await ask(one, two)).toBe(leastKind(one, two));
      }),
      { numRuns: 200 },
    );
  });
  const fixed: Texts = {
    ...{ summary: "", first: "x", second: "y", isBold: false, short: "z" },
    ...{ stance: "supports", more: false, rating: "true" },
  };
});

describe("what a correction is published as", () => {
  const rank = (kind: RevisionKind) => revisionKinds.indexOf(kind);
  const cells = revisionKinds.flatMap((chosen) =>
    revisionKinds.map((changed) => [chosen, changed] as const),
  );

  test.each(cells)("chosen %s, changed %s", async (chosen, changed) => {
    const { claimId } = await newPublication(desk, people);
    value(await begin(people.editor, claimId, chosen));
    await written(claimId, drafts[changed]);
    const before = await traceOf(claimId);
    const result = await publish(claimId);
    const fits = chosen === "verdict_change" ? changed === chosen : rank(changed) <= rank(chosen);
    if (!fits) {
      expect(refusal(result)).toMatchObject({ kind: "illegal", message: /begun as/ });
      expect(await traceOf(claimId)).toEqual(before);
      // Chosen anew it is published.
      const { ports, person } = people.editor;
      value(await chooseCorrectionKind(ports, person, { claimId, kind: changed }));
      value(await publish(claimId));
    }
    const kind = fits ? chosen : changed;
    const [last] = await desk.sql`
      select correction, correction_reason from public.published_verdicts
        where claim_id = ${claimId} order by number desc limit 1`;
    expect(last).toEqual({ correction: kind, correction_reason: "The date is wrong" });
    expect(await lastRecord(claimId)).toMatchObject({
      kind: "corrected",
      correction: { kind, reason: "The date is wrong" },
    });
    const changes = await desk.anonymous.publications.changes([claimId]);
    expect(changes.at(-1)).toMatchObject({ kind: "corrected", correction: kind });
    const logged = await desk.anonymous.publications.corrections(500);
    const { slug } = await lastRecord(claimId);
    const line = logged.find((one) => one.slug === slug && one.kind === "corrected");
    expect(line?.correction).toBe(kind === "typo" ? undefined : kind);
  });
});

describe("a typo that one editor mends", () => {
  const slip = { wrong: "minutes bear", right: "minutes bears", reason: "A slip" };

  test.each(["editor", "other editor", "lead", "second", "reviewer", "reader"] as const)(
    "by the %s",
    async (who) => {
      const { claimId } = await newPublication(desk, people);
      const { version } = await reread(people.editor, claimId);
      const before = await traceOf(claimId);
      const { ports, person } = everybody[who];
      const result = await mendTypo(ports, person, { ...slip, claimId, version });
      if (!editors.includes(who)) {
        expect(["forbidden", "not_found"]).toContain(refusal(result).kind);
        expect(await traceOf(claimId)).toEqual(before);
        return;
      }
      expect(value(result)).toEqual({ state: "published", version: version + 1 });
      expect(await traceOf(claimId)).toEqual({
        ...{ copies: 2, entries: 2, changes: 1, versions: 2, state: "published" },
      });
      const record = await lastRecord(claimId);
      expect(record).toMatchObject({
        ...{ kind: "corrected", number: 2, correction: { kind: "typo", reason: "A slip" } },
        credits: [{ capacity: "lead" }, { capacity: "second" }, { capacity: "mender" }],
      });
      const [signed] = await desk.sql`
        select m.by, m.content_hash = v.content_hash as holds from public.typo_mends m
          join public.verdict_versions v on v.id = m.version_id where m.claim_id = ${claimId}`;
      expect(signed).toEqual({ by: person.id, holds: true });
      const trail = await people.editor.ports.audit.of("claim", claimId);
      expect(trail.at(-1)).toMatchObject({ action: "claim.typo_mended", actorId: person.id });
      // The next one is mended on top of it.
      const again = await mendTypo(ports, person, {
        ...{ claimId, version: version + 1, wrong: "date.", right: "date!", reason: "A sign" },
      });
      value(again);
      expect(await lastRecord(claimId)).toMatchObject({
        number: 3,
        shortClaim: "The bridge was rejected",
      });
    },
  );

  test("keeps how it was settled, and lets its editor publish the report’s other verdicts", async () => {
    const { claim } = await desk.newClaim(people.editor);
    const disputed = await bringTo(desk, people, claim.id, "disputed");
    const other = everybody["other editor"];
    const at = { claimId: claim.id, version: disputed.version };
    const decision = { rating: "mostly_true", reason: "It is so" } as const;
    value(await adjudicate(other.ports, other.person, { ...at, ...decision }));
    value(await publish(claim.id));
    const { version } = await reread(people.editor, claim.id);
    const { ports, person } = people.editor;
    value(await mendTypo(ports, person, { ...slip, claimId: claim.id, version }));
    const [one, two] =
      (await desk.anonymous.publications.versions((await lastRecord(claim.id)).slug))?.versions ??
      [];
    expect(two).toMatchObject({ settlement: one?.settlement, replies: one?.replies });
    expect(two?.credits.slice(0, -1)).toEqual(one?.credits);
    expect(await ports.reports.signedAny([claim.id], person.id)).toBe(false);
  });

  test("is refused past the app where it is more, or where nothing is published", async () => {
    const { claimId } = await newPublication(desk, people);
    const { version } = await reread(people.editor, claimId);
    const published = await desk.anonymous.publications.current(claimId);
    if (!published) throw new Error("Nothing is published");
    const before = await traceOf(claimId);
    const call = (by: Actor, changes: object) =>
      by.supabase.rpc("mend_typo", {
        ...{
          p_claim: claimId,
          p_expected: version,
          p_reason: "A slip",
          p_wrong: "a",
          p_right: "b",
        },
        ...{ p_content: canonicalText(published.content), p_short_claim: published.shortClaim },
        ...changes,
      });
    const { content } = published;
    const other = (change: object) =>
      canonicalText({ ...content, verdict: { ...content.verdict, ...change } });
    const claimed = (change: object) =>
      canonicalText({ ...content, claim: { ...content.claim, ...change } });
    for (const [changes, message] of [
      [{ p_content: other({ rating: "false" }) }, /more than the words/],
      [{ p_content: claimed({ statement: "Another." }) }, /more than the words/],
      [
        { p_content: claimed({ id: "00000000-0000-4000-8000-000000000000" }) },
        /more than the words/,
      ],
      [
        { p_content: canonicalText({ ...content, evidence: [] }) },
        /more than the words|two independent/,
      ],
      [{ p_content: other({ summary: "Something else altogether is said here." }) }, /12 letters/],
      [{ p_short_claim: "The bridge was not rejected" }, /negation/],
      [{}, /Nothing is changed/],
      [{ p_content: `${canonicalText(content)} ` }, /written as signed content/],
      [{ p_content: "{" }, /written as signed content/],
      [
        {
          p_content: other({ summary: "The minutes bears it out, but for the date." }),
          p_reason: " ",
        },
        /reason/,
      ],
    ] as const) {
      const { error } = await call(people.editor, changes);
      expect(error, JSON.stringify(changes)).toMatchObject({
        message: expect.stringMatching(message),
      });
    }
    const good = { p_content: other({ summary: "The minutes bears it out, but for the date." }) };
    for (const who of ["lead", "second", "reviewer", "reader"] as const) {
      expect((await call(everybody[who], good)).error, who).toMatchObject({ code: "PT403" });
    }
    expect((await desk.anonymousClient.rpc("mend_typo", {})).error).not.toBeNull();
    expect(await traceOf(claimId)).toEqual(before);
    // What only functions write, nobody writes as themselves.
    const asked = { claimId, reason: "It was forged" };
    value(await askRetraction(people.lead.ports, people.lead.person, asked));
    for (const table of [
      "typo_mends",
      "correction_choices",
      "retraction_requests",
      "published_verdicts",
      "published_changes",
    ]) {
      for (const who of ["editor", "lead", "reader"] as const) {
        const { error } = await everybody[who].supabase.from(table).insert({ claim_id: claimId });
        expect(error, `${who} ${table}`).not.toBeNull();
      }
      await expect(
        desk.sql`update public.${desk.sql(table)} set claim_id = claim_id`,
      ).rejects.toThrow();
      await expect(desk.sql`delete from public.${desk.sql(table)}`).rejects.toThrow();
      await expect(desk.sql`truncate public.${desk.sql(table)} cascade`).rejects.toThrow();
    }
    value(await begin(people.editor, claimId, "correction"));
    const { error } = await call(people.editor, { ...good, p_expected: version + 1 });
    expect(error).toMatchObject({ code: "PT422" });
  });
});

describe("a second person", () => {
  test.each(["update", "correction", "verdict_change"] as const)(
    "is needed for a %s, whoever publishes past the app",
    async (kind) => {
      const { claimId } = await newPublication(desk, people);
      value(await begin(people.editor, claimId, kind));
      await written(claimId, drafts[kind]);
      // As if the lead had signed their own.
      await desk.sql`alter table public.sign_offs disable trigger user`;
      await desk.sql`update public.sign_offs set by = ${people.lead.person.id} where claim_id = ${claimId}`;
      await desk.sql`alter table public.sign_offs enable trigger user`;
      const before = await traceOf(claimId);
      expect(refusal(await publish(claimId))).toMatchObject({
        ...{ kind: "forbidden", message: /signed by somebody else/ },
      });
      expect(await traceOf(claimId)).toEqual(before);
    },
  );

  test.each(["editor", "other editor", "lead", "second", "reviewer", "reader"] as const)(
    "only editors begin a correction and say its kind: the %s",
    async (who) => {
      const { claimId } = await newPublication(desk, people);
      const actor = everybody[who];
      const begun = await begin(actor, claimId, "update");
      expect(begun.ok).toBe(editors.includes(who));
      if (!begun.ok) {
        const { version } = await reread(people.editor, claimId);
        const { error } = await actor.supabase.rpc("begin_correction", {
          ...{ p_claim: claimId, p_expected: version, p_kind: "update", p_reason: "x" },
        });
        expect(error).toMatchObject({ code: "PT403" });
        value(await begin(people.editor, claimId, "update"));
      }
      const { ports, person } = actor;
      const chosen = await chooseCorrectionKind(ports, person, { claimId, kind: "correction" });
      expect(chosen.ok).toBe(editors.includes(who));
      const { error } = await actor.supabase.rpc("choose_correction_kind", {
        ...{ p_claim: claimId, p_kind: "verdict_change" },
      });
      expect(error === null).toBe(editors.includes(who));
      const { kind } = await people.editor.ports.corrections.standing(claimId);
      expect(kind).toBe(editors.includes(who) ? "verdict_change" : "update");
    },
  );

  test("is needed for a retraction: whoever asks for it does not carry it out", async () => {
    const asks = ["editor", "lead", "second", "reviewer", "reader"] as const;
    for (const who of asks) {
      const { claimId } = await newPublication(desk, people);
      const asker = everybody[who];
      const { ports, person } = asker;
      const reason = "The minutes were forged";
      const retract = async (by: Actor) => {
        const { version } = await reread(people.editor, claimId);
        const at = { claimId, version, action: "retract" as const, reason };
        return correctVerdict(by.ports, by.person, at);
      };
      expect(refusal(await retract(people.editor))).toMatchObject({ message: /takes two/ });
      const asked = await askRetraction(ports, person, { claimId, reason });
      expect(asked.ok, who).toBe(who !== "reader");
      if (who === "reader") {
        const { error } = await asker.supabase.rpc("ask_retraction", {
          ...{ p_claim: claimId, p_reason: reason },
        });
        expect(error).toMatchObject({ code: "PT403" });
        continue;
      }
      expect(refusal(await askRetraction(ports, person, { claimId, reason })).kind).toBe("illegal");
      // Not by themselves, not by whoever is no editor, and not when it was taken back.
      for (const by of [asker, everybody.reviewer]) {
        const { version } = await reread(people.editor, claimId);
        const { error } = await by.supabase.rpc("act_on_claim", {
          ...{ p_claim: claimId, p_action: "retract", p_expected: version, p_reason: reason },
        });
        expect(error, who).toMatchObject({ code: "PT403" });
      }
      value(await takeBackRetraction(ports, person, { claimId }));
      expect(refusal(await takeBackRetraction(ports, person, { claimId })).kind).toBe("illegal");
      expect((await retract(everybody["other editor"])).ok).toBe(false);
      value(await askRetraction(ports, person, { claimId, reason }));
      // Readers are told nothing of it meanwhile.
      const report = await desk.anonymous.reports.ofVerdict((await lastRecord(claimId)).slug);
      const trail = await desk.anonymous.reports.trail(report?.slug ?? "");
      expect(trail.map(({ action }) => action)).not.toContain("claim.retraction_asked");
      value(await retract(everybody["other editor"]));
      const { retractions } = await people.editor.ports.corrections.standing(claimId);
      expect(retractions).toEqual([]);
    }
  });
});

test("what was changed since it was mended does not lose the slip in silence: the desk is reminded", async () => {
  const { claimId } = await newPublication(desk, people);
  const { ports, person } = people.editor;
  const { version } = await reread(people.editor, claimId);
  value(
    await mendTypo(ports, person, {
      ...{ claimId, version, wrong: "minutes bear", right: "minutes bears", reason: "A slip" },
    }),
  );
  expect((await ports.corrections.standing(claimId)).mends).toMatchObject([
    { wrong: "minutes bear", right: "minutes bears" },
  ]);
  value(await begin(people.editor, claimId, "correction"));
  await written(claimId, drafts.correction);
  expect((await ports.corrections.standing(claimId)).mends).toEqual([]);
  value(await publish(claimId));
});
