import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { describeRefusal } from "~/domain/refusal";
import type { ClaimAction } from "~/domain/review/workflow";

import { startDesk, type Actor, type TestDesk } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { reread, type Cast } from "../../support/review-steps";
import { copyClaim } from "../../support/workflow/copy-claim";
import { everybody, type Everybody } from "../../support/workflow/people";
import { oneInEach, type Standing } from "../../support/workflow/standings";
import { takeByCommand } from "../../support/workflow/take-action";

/** `npm run races` runs a thousand. */
const races = Number(process.env["RACES"] ?? 60);

let desk: TestDesk;
let people: Everybody;
let cast: Cast;
let claims: Record<Standing, string>;
let articleSha256: string;
beforeAll(async () => {
  // Every refusal is told to the server's log.
  vi.spyOn(console, "error").mockReturnValue(undefined);
  desk = await startDesk();
  people = await everybody(desk);
  cast = people.cast;
  const { articleId, claim } = await desk.newClaim(cast.editor);
  claims = await oneInEach(desk, cast, articleId, claim.id);
  articleSha256 = (await cast.editor.ports.articles.version(claim.articleVersionId))?.sha256 ?? "";
});
afterAll(() => desk.stop());

type Runner = keyof Everybody["actors"];
/** Who wants what, from where. */
const pairs: [Standing, [Runner, ClaimAction], [Runner, ClaimAction]][] = [
  ["proposed", ["editor", "accept"], ["admin", "accept"]],
  ["proposed", ["editor", "accept"], ["admin", "dismiss"]],
  ["open", ["editor", "assign"], ["admin", "assign"]],
  ["in_review", ["lead", "submit"], ["editor", "assign"]],
  ["in_review", ["lead", "hand_over"], ["editor", "assign"]],
  ["second_review", ["second", "decide"], ["editor", "return"]],
  ["second_review, decided", ["second", "sign_off"], ["editor", "return"]],
  ["disputed", ["editor", "adjudicate"], ["admin", "adjudicate"]],
  ["disputed", ["lead", "concede"], ["editor", "adjudicate"]],
  ["approved", ["editor", "publish"], ["admin", "publish"]],
  ["approved", ["editor", "publish"], ["admin", "reopen"]],
];

async function rowsOf(claimId: string): Promise<{ ledger: number; events: number }> {
  const [row] = await desk.sql<{ ledger: number; events: number }[]>`
    select (select count(*)::int from public.stage_ledger where claim_id = ${claimId}) as ledger,
      (select count(*)::int from public.audit_events where entity_id = ${claimId}) as events`;
  if (!row) throw new Error("No counts");
  return row;
}

test(
  `of two people on one step exactly one wins, ${races} times`,
  { timeout: 60_000 + races * 2000 },
  async () => {
    const wins = new Map<string, number>();
    for (let race = 0; race < races; race += 1) {
      const pair = pairs[race % pairs.length];
      if (!pair) throw new Error("No such pair");
      const [standing, ...wishes] = pair;
      const id = await copyClaim(desk.sql, claims[standing]);
      desk.setDraft(id, completeDraft());
      const claim = await reread(cast.editor, id);
      const [version] = await desk.sql<{ hash: string }[]>`select content_hash as hash
        from public.verdict_versions where claim_id = ${id} order by number desc limit 1`;
      const before = await rowsOf(id);
      const run = async ([runner, action]: [Runner, ClaimAction]) => {
        const by: Actor = people.actors[runner];
        const result = await takeByCommand(by, claim, action, {
          reason: `What ${runner} typed`,
          leadId: cast.lead.person.id,
          secondId: people.spare.person.id,
          otherClaimId: claims.proposed,
          articleSha256,
          number: 1,
          contentHash: version?.hash ?? "",
        });
        return { by, runner, result };
      };
      const done = await Promise.all(wishes.map(run));

      const winners = done.filter(({ result }) => result.ok);
      const told = JSON.stringify(done.map(({ runner, result }) => [runner, result]));
      expect(winners, `race ${race} from ${standing}: ${told}`).toHaveLength(1);
      const [winner] = winners;
      const loser = done.find(({ result }) => !result.ok);
      if (!winner || !loser || loser.result.ok) throw new Error(told);
      expect(loser.result.error, told).toMatchObject({
        kind: "stale",
        movedBy: winner.by.person.name,
      });
      expect(describeRefusal(loser.result.error)).toMatch(
        /^\w+ \w+ (moved this claim to [a-z ]+|changed who has this claim|handed this review over|gave the second verdict on this claim) (a moment|\d+ seconds) ago\. /,
      );
      expect(await rowsOf(id)).toEqual({ ledger: before.ledger + 1, events: before.events + 1 });
      expect((await reread(cast.editor, id)).version).toBe(claim.version + 1);
      wins.set(winner.runner, (wins.get(winner.runner) ?? 0) + 1);
    }
    console.info(`races: ${races} of ${races} with one winner`, Object.fromEntries(wins));
  },
);

test("the database says the same to somebody who comes past the app", async () => {
  const id = await copyClaim(desk.sql, claims.open);
  const { error } = await people.actors.editor.supabase.rpc("act_on_claim", {
    p_claim: id,
    p_action: "dismiss",
    p_expected: 1,
    p_reason: "Because",
  });
  expect(error?.code).toBe("PT409");
  expect(error?.message).toMatch(
    /^You moved this claim to open (a moment|\d+ seconds?|a minute) ago\. Nothing of yours was changed/,
  );
});

test("of two merges that cross, one claim into another and that one into the first, one is refused in words", async () => {
  const { editor, admin } = people.actors;
  /** How many wait for a lock, and none of them for this process. */
  const waiting = async (pid: number) => {
    const [row] = await desk.sql<{ waiting: number }[]>`
      select count(*) filter (where cardinality(blockers) > 0 and not ${pid} = any (blockers))::int as waiting
        from (select pg_blocking_pids(pid) as blockers from pg_stat_activity where wait_event_type = 'Lock') w`;
    return row?.waiting;
  };
  for (let round = 0; round < 3; round += 1) {
    const [first, second] = [
      await copyClaim(desk.sql, claims.proposed),
      await copyClaim(desk.sql, claims.proposed),
    ];
    const merge = ({ supabase }: Actor, from: string, into: string) =>
      supabase.rpc("act_on_claim", {
        p_claim: from,
        p_action: "merge",
        p_expected: 1,
        p_payload: { withClaimId: into },
      });
    // Each waits for its own claim. The first gets it and goes on to the other, for which the second waits already.
    let answers: Promise<{ error: { code: string; message: string } | null }[]> | undefined;
    await desk.sql.begin(async (holdsSecond) => {
      await holdsSecond`select from public.claims where id = ${second} for update`;
      let holder = 0;
      await desk.sql.begin(async (holdsFirst) => {
        const [row] = await holdsFirst<{ pid: number }[]>`
          select pg_backend_pid() as pid from public.claims where id = ${first} for update`;
        holder = row?.pid ?? 0;
        const one = merge(editor, first, second).then((answer) => answer);
        await expect.poll(() => waiting(0)).toBe(1);
        answers = Promise.all([one, merge(admin, second, first)]);
        await expect.poll(() => waiting(0)).toBe(2);
      });
      await expect.poll(() => waiting(holder)).toBe(2);
    });
    const errors = ((await answers) ?? []).flatMap(({ error }) => error ?? []);
    expect(errors).toMatchObject([{ code: "PT409", message: /changed this claim a moment ago/ }]);
    const left = await Promise.all([reread(cast.editor, first), reread(cast.editor, second)]);
    expect(left.map(({ state }) => state).toSorted()).toEqual(["dismissed", "proposed"]);
  }
});
