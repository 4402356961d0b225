import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { StoreError } from "~/data/refusals.server";
import type { Claim } from "~/domain/claim/claim";
import { offeredActions } from "~/domain/people/permissions";
import { claimActions, transitions, type ClaimAction } from "~/domain/review/workflow";

import { startDesk, type Actor, type TestDesk } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { reread } from "../../support/review-steps";
import { copyClaim } from "../../support/workflow/copy-claim";
import { everybody, kinds, type Everybody, type Kind } from "../../support/workflow/people";
import { isDecided, oneInEach, standings, type Standing } from "../../support/workflow/standings";
import { takeByApi, takeByCommand, type Particulars } from "../../support/workflow/take-action";

/**
 * Every standing x every action x every kind of person. What must happen is asked of the domain; what happens, of
 * Postgres. Each kind of person is tried on one claim per standing: what is refused leaves it as it is, and what is
 * allowed is done to a copy of it.
 */
let desk: TestDesk;
let people: Everybody;
const stages = new Map<Kind, Stage>();

interface Stage {
  claims: Record<Standing, Claim>;
  given: Record<Standing, Particulars>;
}

beforeAll(async () => {
  // Every refusal is told to the server's log.
  vi.spyOn(console, "error").mockReturnValue(undefined);
  desk = await startDesk();
  people = await everybody(desk);
  for (const kind of ["editor", "editor who leads", "editor who is second"] as const) {
    stages.set(kind, await setStage(kind));
  }
});
afterAll(() => desk.stop());

const stageOf = (kind: Kind): Stage => {
  const stage = stages.get(kind) ?? stages.get("editor");
  if (!stage) throw new Error("The stage is not set");
  return stage;
};

async function setStage(kind: Kind): Promise<Stage> {
  const { editor } = people.actors;
  const cast = people.castFor(kind);
  const { articleId, claim: proposed } = await desk.newClaim(editor);
  const other = await copyClaim(desk.sql, proposed.id);
  const ids = await oneInEach(desk, cast, articleId, proposed.id);
  const article = await editor.ports.articles.version(proposed.articleVersionId);
  const claims: Partial<Stage["claims"]> = {};
  const given: Partial<Stage["given"]> = {};
  for (const standing of standings) {
    const claim = await reread(editor, ids[standing]);
    claims[standing] = claim;
    given[standing] = {
      reason: "Because",
      leadId: claim.leadId ?? cast.lead.person.id,
      secondId: people.spare.person.id,
      otherClaimId: other,
      articleSha256: article?.sha256 ?? "",
      contentHash: await newestHash(claim.id),
    };
  }
  return { claims: claims as Stage["claims"], given: given as Stage["given"] };
}

async function newestHash(claimId: string): Promise<string> {
  const [row] = await desk.sql<{ hash: string }[]>`select content_hash as hash
    from public.verdict_versions where claim_id = ${claimId} order by number desc limit 1`;
  return row?.hash ?? "0".repeat(64);
}

/** All that a step may change, but for the claim's own row: how many rows there are of each sort. */
async function traceOf(claimId: string) {
  const [row] = await desk.sql<Record<string, number | string>[]>`
    select c.version, c.state,
      (select count(*)::int from public.stage_ledger where claim_id = c.id) as ledger,
      (select count(*)::int from public.audit_events where entity_id = c.id::text) as events,
      (select count(*)::int from public.verdict_versions where claim_id = c.id) as versions,
      (select count(*)::int from public.second_verdicts where claim_id = c.id) as verdicts,
      (select count(*)::int from public.sign_offs where claim_id = c.id and voided_at is null) as signatures,
      (select count(*)::int from public.published_verdicts where claim_id = c.id) as copies
    from public.claims c where c.id = ${claimId}`;
  if (!row) throw new Error("The claim is gone");
  return row;
}

/** Whether the domain says that this person may do this here. */
function isAllowed(kind: Kind, claim: Claim, standing: Standing, action: ClaimAction): boolean {
  if (kind === "anonymous") return false;
  const { person } = people.actors[kind];
  return offeredActions(person, claim, isDecided(standing)).includes(action);
}

interface Way {
  name: string;
  /** Null when it was carried out, else how it was refused. */
  take(by: Actor, claim: Claim, action: ClaimAction, given: Particulars): Promise<string | null>;
  /** How an allowed claim is refused when it has no reason. */
  clean: RegExp;
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

const ways: Way[] = [
  {
    name: "the app's commands",
    clean: /^(forbidden|illegal|not_found|invalid)$/,
    async take(by, claim, action, given) {
      desk.setDraft(claim.id, completeDraft());
      try {
        const result = await takeByCommand(by, claim, action, given);
        return result.ok ? null : result.error.kind;
      } catch (error) {
        // Whoever is nobody may not even read; the page has sent them to sign in before.
        if (error instanceof StoreError && error.message.startsWith("42501")) return "forbidden";
        throw error;
      }
    },
  },
  {
    name: "the database's functions with a person's own token",
    // 42501 is how Postgres itself answers somebody who may not even call the function.
    clean: /^(PT403|PT404|PT422|42501)$/,
    async take(by, claim, action, given) {
      return (await takeByApi(by, claim, action, given))?.code ?? null;
    },
  },
];

test.each(ways)("only what the domain allows succeeds through $name", async (way) => {
  const wrong: string[] = [];
  let cells = 0;
  let carriedOut = 0;

  async function tryKind(kind: Kind): Promise<void> {
    const by = remembering(people.actors[kind]);
    const { claims, given } = stageOf(kind);
    for (const standing of standings) {
      const claim = claims[standing];
      for (const action of claimActions) {
        const cell = `${kind}: ${action} from ${standing}`;
        const allowed = isAllowed(kind, claim, standing, action);
        const problem = allowed
          ? await succeeds(by, claim, standing, action, given[standing])
          : await isRefused(by, claim, action, given[standing]);
        cells += 1;
        if (allowed) carriedOut += 1;
        if (problem !== null) wrong.push(`${cell}: ${problem}`);
      }
    }
  }

  async function isRefused(by: Actor, claim: Claim, action: ClaimAction, given: Particulars) {
    const answer = await way.take(by, claim, action, given);
    if (answer === null) return "carried out, though it is not allowed";
    return way.clean.test(answer) ? null : `refused as ${answer}`;
  }

  async function succeeds(
    by: Actor,
    source: Claim,
    standing: Standing,
    action: ClaimAction,
    given: Particulars,
  ) {
    const rows = transitions.filter((row) => row.from === source.state && row.action === action);
    if (rows.some(({ reasonRequired }) => reasonRequired)) {
      const answer = await way.take(by, source, action, { ...given, reason: " " });
      if (answer === null) return "carried out without a reason";
    }
    const id = await copyClaim(desk.sql, source.id);
    const before = await traceOf(id);
    const contentHash = standing === "second_review, decided" ? await newestHash(id) : "";
    const answer = await way.take(by, { ...source, id }, action, { ...given, contentHash });
    if (answer !== null) return `refused as ${answer}, though it is allowed`;
    const after = await traceOf(id);
    const added = (count: string) => Number(after[count]) - Number(before[count]);
    if (added("ledger") !== 1) return `${added("ledger")} rows in the ledger`;
    if (added("events") !== 1) return `${added("events")} events in the trail`;
    if (added("version") !== 1) return `the version moved by ${added("version")}`;
    return rows.some(({ to }) => to === after["state"]) ? null : `led to ${after["state"]}`;
  }

  const all = [...stages.values()].flatMap(({ claims }) => Object.values(claims));
  const traces = () => Promise.all(all.map(({ id }) => traceOf(id)));
  const before = await traces();
  await Promise.all(kinds.map(tryKind));

  console.info(
    `matrix, through ${way.name}: ${cells - wrong.length} of ${cells} cells, ${carriedOut} of them carried out`,
  );
  expect(wrong).toEqual([]);
  expect(cells).toBe(kinds.length * standings.length * claimActions.length);
  expect(await traces(), "what was refused left a trace").toEqual(before);
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
  help_requests: "question",
  audit_events: "action",
  workflow_transitions: "action",
  reports: "headline",
  published_verdicts: "short_claim",
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
