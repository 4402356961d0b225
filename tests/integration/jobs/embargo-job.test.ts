import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";

import { publishDueReports } from "~/commands/publish-embargoed";
import { setEmbargo, setEmbargoInput } from "~/commands/set-embargo";
import { embargoKeeper } from "~/data/embargoes.server";

import { startJobs, type Jobs } from "../../../server/jobs";
import { serviceClient } from "../../../server/supabase";
import { startDesk, value, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
const running: Jobs[] = [];

beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});

afterAll(async () => {
  for (const jobs of running) await jobs.stop();
  await desk.stop();
});

/** A process, as far as its jobs go. */
function start(): void {
  const service = serviceClient(desk.platform);
  const asks = () => Promise.reject(new Error("Not part of this test"));
  running.push(
    startJobs({
      databaseUrl: desk.platform.databaseUrl ?? "",
      post: { send: async () => undefined, close: () => undefined },
      ...{ site: "https://desk.test", log: pino({ level: "silent" }), reader: { feed: asks } },
      publishDue: () =>
        publishDueReports(desk.portsOf(service), embargoKeeper(service), () => undefined),
    }),
  );
}

it("publishes what came due while no process was there, once for two processes", async () => {
  const { editor } = people;
  const { articleId, claim } = await desk.newClaim(editor);
  const { id, version } = await bringTo(desk, people, claim.id, "approved");
  const until = new Date(Date.now() + 60 * 60 * 1000).toISOString().slice(0, 16);
  value(
    await setEmbargo(
      editor.ports,
      editor.person,
      setEmbargoInput.parse({
        ...{ articleId, headline: "The bridge vote", summary: "What was decided.", until },
        verdicts: [{ claimId: id, version, shortClaim: "The bridge was rejected" }],
      }),
    ),
  );
  await desk.sql`update embargoes set until = now() - interval '1 hour'`;
  start();
  start();
  await expect
    .poll(async () => (await reread(editor, id)).state, { timeout: 60_000 })
    .toBe("published");
  const published = await desk.sql`
    select 1 from published_verdicts where claim_id = ${id}`;
  expect(published).toHaveLength(1);
});
