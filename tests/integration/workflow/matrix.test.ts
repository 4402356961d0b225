import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { StoreError } from "~/data/refusals.server";
import type { Claim } from "~/domain/claim/claim";
import { offeredActions } from "~/domain/people/permissions";
import { claimActions, transitions, type ClaimAction } from "~/domain/review/workflow";

import { startDesk, type Actor, type TestDesk } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { setRules } from "../../support/review-rules";
import { reread } from "../../support/review-steps";
import { copyClaim } from "../../support/workflow/copy-claim";
import { everybody, kinds, type Everybody, type Kind } from "../../support/workflow/people";
import {
  isCleared,
  isDecided,
  oneInEach,
  standings,
  type Standing,
} from "../../support/workflow/standings";
import { apiCall, takeByCommand, type Particulars } from "../../support/workflow/take-action";
import { installTryAll, tryAll } from "../../support/workflow/try-all";

/**
 * Every standing x every action x every kind of person. What must happen is asked of the domain; what happens, of
 * Postgres. Each kind of person is tried on one claim per standing: what is refused leaves it as it is, and what is
 * allowed is done to a copy of it.
 */
let desk: TestDesk;
let people: Everybody;
const stages = new Map<string, Stage>();

/** A claim on which a kind of person is tried, and what the domain has to know of it. */
interface Place {
  name: string;
  claim: Claim;
  given: Particulars;
  decided: boolean;
  facts: NonNullable<Parameters<typeof offeredActions>[3]>;
}
type Stage = readonly Place[];

/** How the desk settles its disputes, and the standings for which that makes a difference. */
const desks = {
  editor: standings.map((standing) => ({ standing, few: false })),
  // Once with enough editors who took no part, and once with two.
  vote: [
    { standing: "disputed", few: false },
    { standing: "disputed", few: true },
    { standing: "disputed, corrected", few: false },
    { standing: "disputed, corrected", few: true },
  ],
} as const;
type Desk = keyof typeof desks;

beforeAll(async () => {
  // Every refusal is told to the server's log.
  vi.spyOn(console, "error").mockReturnValue(undefined);
  desk = await startDesk();
  await installTryAll(desk.sql);
  people = await everybody(desk);
  const { editor } = people.actors;
  const { articleId, claim: proposed } = await desk.newClaim(editor);
  const ids = await oneInEach(desk, people.cast, articleId, proposed.id);
  const article = await editor.ports.articles.version(proposed.articleVersionId);
  for (const kind of [
    "editor",
    "editor who leads",
    "editor who is second",
    "editor in conflict",
  ] as const) {
    for (const way of ["editor", "vote"] as const) {
      stages.set(`${way} ${kind}`, await setStage(way, kind, ids, article?.sha256 ?? ""));
    }
  }
});
afterAll(() => desk.stop());

const stageOf = (way: Desk, kind: Kind): Stage => {
  const stage = stages.get(`${way} ${kind}`) ?? stages.get(`${way} editor`);
  if (!stage) throw new Error("The stage is not set");
  return stage;
};

/** A claim in each standing, of which a kind of person is part in the way that makes the kind. */
async function setStage(
  way: Desk,
  kind: Kind,
  ids: Record<Standing, string>,
  articleSha256: string,
): Promise<Stage> {
  const { actors, spare } = people;
  const otherClaimId = await copyClaim(desk.sql, ids.proposed);
  const places: Place[] = [];
  for (const { standing, few } of desks[way]) {
    const id = await copyClaim(desk.sql, ids[standing], people.standsIn(kind) ?? undefined);
    const recused = few ? [...thoseWhoMayBeMissing(kind)] : [];
    if (kind === "editor in conflict") recused.push(actors[kind].person.id);
    if (recused.length > 0) {
      await desk.sql`update public.claims set recused = ${[...new Set(recused)]}::uuid[] where id = ${id}`;
    }
    // A retraction takes two; in this matrix somebody else has always asked for it.
    await desk.sql`insert into public.retraction_requests (claim_id, by, reason)
      select id, ${spare.person.id}, 'It was somebody else' from public.claims c
        where id = ${id} and published_at is not null and state <> 'retracted'`;
    const claim = await reread(actors.editor, id);
    // In this matrix whoever signed is the second reviewer, and they are refused as that.
    const approval = { isCleared: isCleared(standing), clearedBy: null, signedBy: [] };
    places.push({
      name: few ? `${standing}, few free to vote` : standing,
      claim,
      decided: isDecided(standing),
      facts: { approval, disputes: way, voters: freeToVote(claim) },
      given: {
        reason: "Because",
        leadId: claim.leadId ?? actors.lead.person.id,
        secondId: spare.person.id,
        otherClaimId,
        articleSha256,
        ...(await newestVersion(id)),
      },
    });
  }
  return places;
}

const ofEditors = [
  "editor",
  "editor who leads",
  "editor who is second",
  "editor in conflict",
  "admin",
] as const;

/** Editors who are no part of these claims, so that with a conflict of theirs only two are left. */
function thoseWhoMayBeMissing(kind: Kind): string[] {
  const missing = ofEditors.slice(1, -1).filter((one) => one !== kind);
  return missing.map((one) => people.actors[one].person.id);
}

/** How many editors there are who take no part in a claim. */
const freeToVote = ({ leadId, secondId, recusedIds }: Claim): number =>
  ofEditors.filter(
    (kind) => ![leadId, secondId, ...recusedIds].includes(people.actors[kind].person.id),
  ).length;

async function newestVersion(claimId: string) {
  const [row] = await desk.sql<{ contentHash: string; number: number }[]>`
    select content_hash as "contentHash", number from public.verdict_versions
    where claim_id = ${claimId} order by number desc limit 1`;
  return row ?? { contentHash: "0".repeat(64), number: 1 };
}

/** All that a step may change, but for the claim's own row: how many rows there are of each sort. */
async function traceOf(claimId: string) {
  const [row] = await desk.sql<Record<string, number | string>[]>`
    select c.version, c.state,
      (select count(*)::int from public.stage_ledger where claim_id = c.id) as ledger,
      (select count(*)::int from public.audit_events where entity_id = c.id::text) as events,
      ((select count(*) from public.stage_ledger where claim_id = c.id and reason = 'Because')
        + (select count(*) from public.audit_events
          where entity_id = c.id::text and payload ->> 'reason' = 'Because'))::int as reasons,
      (select count(*)::int from public.verdict_versions where claim_id = c.id) as versions,
      (select count(*)::int from public.second_verdicts where claim_id = c.id) as verdicts,
      (select count(*)::int from public.sign_offs where claim_id = c.id and voided_at is null) as signatures,
      (select count(*)::int from public.published_verdicts where claim_id = c.id) as copies
    from public.claims c where c.id = ${claimId}`;
  if (!row) throw new Error("The claim is gone");
  return row;
}

/** Whether the domain says that this person may do this here. */
function isAllowed(kind: Kind, { claim, decided, facts }: Place, action: ClaimAction): boolean {
  if (kind === "anonymous") return false;
  return offeredActions(people.actors[kind].person, claim, decided, facts).includes(action);
}

/** Asks for what no cell can change only once: a refused step leaves everything as it was. */
function remembering(actor: Actor): Actor {
  const once = <T>(ask: (id: string) => Promise<T>) => {
    const known = new Map<string, Promise<T>>();
    return (id: string) => {
      const found = known.get(id) ?? ask(id);
      known.set(id, found);
      return found;
    };
  };
  const { claims, articles, reviews, reports } = actor.ports;
  return {
    ...actor,
    ports: {
      ...actor.ports,
      claims: { ...claims, find: once(claims.find) },
      articles: { ...articles, version: once(articles.version) },
      reviews: { ...reviews, record: once(reviews.record) },
      reports: { ...reports, slugOfArticle: once(reports.slugOfArticle) },
    },
  };
}

/** Who may not, is told so cleanly; 42501 is how Postgres answers who may not even call a function. */
const cleanRefusal = /^(forbidden|illegal|not_found|invalid|PT403|PT404|PT422|42501)$/;

/** What is wrong with what a step left behind; null when nothing is. */
function wrongTrace(claim: Claim, action: ClaimAction, before: Trace, after: Trace): string | null {
  for (const count of ["ledger", "events", "version"] as const) {
    const added = Number(after[count]) - Number(before[count]);
    if (added !== 1) return `${count} grew by ${added}`;
  }
  const reasons = Number(after["reasons"]) - Number(before["reasons"]);
  // A vote's own is kept with the vote, which nobody reads before the votes are counted.
  if (reasons !== (action === "vote" ? 0 : 2))
    return `its reason stands ${reasons} times in ledger and trail`;
  const rows = transitions.filter((row) => row.from === claim.state && row.action === action);
  return rows.some(({ to }) => to === after["state"]) ? null : `led to ${after["state"]}`;
}
type Trace = Record<string, number | string>;

const needsReason = (claim: Claim, action: ClaimAction): boolean =>
  transitions.some(
    (row) => row.from === claim.state && row.action === action && row.reasonRequired,
  );

async function tracesOfAll() {
  const all = [...stages.values()].flat();
  return Promise.all(all.map(({ claim }) => traceOf(claim.id)));
}

/** For a machine that is busy with something else; alone it takes some seconds. */
const patient = { timeout: 120_000 };

describe.each(["editor", "vote"] as const)("where disputes are settled by: %s", (way) => {
  beforeAll(() => setRules(people.actors.admin, { disputes: way }));
  const everyCell = kinds.length * desks[way].length * claimActions.length;

  test("only what the domain allows succeeds through the app's commands", patient, async () => {
    const wrong: string[] = [];
    let cells = 0;
    let carriedOut = 0;

    async function take(by: Actor, claim: Claim, action: ClaimAction, given: Particulars) {
      desk.setDraft(claim.id, completeDraft());
      try {
        const result = await takeByCommand(by, claim, action, given);
        return result.ok ? null : result.error.kind;
      } catch (error) {
        // Whoever is nobody may not even read; the page has sent them to sign in before.
        if (error instanceof StoreError && error.message.startsWith("42501")) return "forbidden";
        throw error;
      }
    }

    async function isRefused(by: Actor, claim: Claim, action: ClaimAction, given: Particulars) {
      const answer = await take(by, claim, action, given);
      if (answer === null) return "carried out, though it is not allowed";
      return cleanRefusal.test(answer) ? null : `refused as ${answer}`;
    }

    async function succeeds(by: Actor, source: Claim, action: ClaimAction, given: Particulars) {
      if (needsReason(source, action)) {
        const answer = await take(by, source, action, { ...given, reason: " " });
        if (answer === null) return "carried out without a reason";
      }
      const id = await copyClaim(desk.sql, source.id);
      const before = await traceOf(id);
      const isOfContent = ["sign_off", "clear", "concede"].includes(action);
      const contentHash = isOfContent ? (await newestVersion(id)).contentHash : "";
      const answer = await take(by, { ...source, id }, action, { ...given, contentHash });
      if (answer !== null) return `refused as ${answer}, though it is allowed`;
      return wrongTrace(source, action, before, await traceOf(id));
    }

    async function tryKind(kind: Kind): Promise<void> {
      const by = remembering(people.actors[kind]);
      for (const place of stageOf(way, kind)) {
        for (const action of claimActions) {
          const allowed = isAllowed(kind, place, action);
          const { claim, given } = place;
          const problem = await (allowed ? succeeds : isRefused)(by, claim, action, given);
          cells += 1;
          if (allowed) carriedOut += 1;
          if (problem !== null) wrong.push(`${kind}: ${action} from ${place.name}: ${problem}`);
        }
      }
    }

    const before = await tracesOfAll();
    await Promise.all(kinds.map(tryKind));
    console.info(
      `matrix, ${way}, commands: ${cells - wrong.length} of ${cells} cells, ${carriedOut} of them carried out`,
    );
    expect(wrong).toEqual([]);
    expect(cells).toBe(everyCell);
    expect(await tracesOfAll(), "what was refused left a trace").toEqual(before);
  });

  test(
    "only what the domain allows succeeds past the app, with a person's own token",
    patient,
    async () => {
      const wrong: string[] = [];
      let cells = 0;
      let carriedOut = 0;
      for (const kind of kinds) {
        const tried = stageOf(way, kind).flatMap((place) =>
          claimActions.flatMap((action) => {
            const { claim, given } = place;
            const allowed = isAllowed(kind, place, action);
            const what = `${kind}: ${action} from ${place.name}`;
            const call = (reason: string) => ({
              claim: claim.id,
              args: apiCall(claim, action, { ...given, reason }),
            });
            const cell = { what, claim, action, allowed, counts: true, call: call("Because") };
            const bare = { ...cell, what: `${what}, no reason`, allowed: false, counts: false };
            return needsReason(claim, action) ? [cell, { ...bare, call: call(" ") }] : [cell];
          }),
        );
        const before = await tracesOfAll();
        const answers = await tryAll(
          people.actors[kind],
          tried.map(({ call }) => call),
        );
        expect(answers).toHaveLength(tried.length);
        for (const [at, { what, claim, action, allowed, counts }] of tried.entries()) {
          const answer = answers[at];
          if (!answer) continue;
          if (counts) cells += 1;
          if (allowed) carriedOut += 1;
          const carried = !("refused" in answer);
          const problem = carried
            ? allowed
              ? wrongTrace(claim, action, answer.before, answer.after)
              : "carried out, though it is not allowed"
            : allowed
              ? `refused as ${answer.refused}, though it is allowed`
              : cleanRefusal.test(answer.refused)
                ? null
                : `refused as ${answer.refused}`;
          if (problem !== null) wrong.push(`${what}: ${problem}`);
        }
        expect(await tracesOfAll(), "what was undone left a trace").toEqual(before);
      }
      console.info(
        `matrix, ${way}, past the app: ${cells - wrong.length} of ${cells} cells, ${carriedOut} of them carried out`,
      );
      expect(wrong).toEqual([]);
      expect(cells).toBe(everyCell);
    },
  );
});

/** What only functions may write, with a column that each has. */
const tables = {
  profiles: "name",
  article_versions: "title",
  claims: "state",
  stage_ledger: "action",
  verdict_versions: "content",
  second_verdicts: "reason",
  sign_offs: "content_hash",
  adjudications: "reason",
  dispute_votes: "reason",
  dispute_remarks: "text",
  dispute_switches: "reason",
  help_requests: "question",
  audit_events: "action",
  workflow_transitions: "action",
  reports: "headline",
  published_verdicts: "short_claim",
  verdict_notices: "reason",
  published_changes: "reason",
  error_reports: "words",
  duty_exceptions: "reason",
  clearances: "content_hash",
  reply_requests: "asked",
  reply_answers: "words",
  keyboard_settings: "single_keys",
  hand_overs: "note",
};

test("nobody writes the tables of the workflow around the functions", async () => {
  const wrong: string[] = [];
  let cells = 0;
  async function tryKind(kind: Kind): Promise<void> {
    const { supabase } = people.actors[kind];
    for (const [table, column] of Object.entries(tables)) {
      const row = { [column]: "approved" };
      const tried = {
        insert: await supabase.from(table).insert(row),
        upsert: await supabase.from(table).upsert(row),
        update: await supabase.from(table).update(row).not(column, "is", null),
        delete: await supabase.from(table).delete().not(column, "is", null),
      };
      for (const [verb, { error }] of Object.entries(tried)) {
        cells += 1;
        if (error?.code !== "42501") wrong.push(`${kind}: ${verb} ${table}: ${error?.code}`);
      }
    }
  }
  await Promise.all(kinds.map(tryKind));
  console.info(`matrix, straight to the tables: ${cells - wrong.length} of ${cells} refused`);
  expect(wrong).toEqual([]);
});
