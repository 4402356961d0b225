import { afterAll, beforeAll, expect, test } from "vitest";

import type { DueEmbargo, EmbargoKeeper } from "~/commands/ports";
import { publishDueReports } from "~/commands/publish-embargoed";
import { publishReport } from "~/commands/publish-report";
import { cancelEmbargo, setEmbargo, setEmbargoInput } from "~/commands/set-embargo";
import { embargoKeeper, embargoStore } from "~/data/embargoes.server";
import type { Claim } from "~/domain/claim/claim";
import { describeRefusal } from "~/domain/refusal";

import { serviceClient } from "../../../server/supabase";
import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";
import { toldOf } from "../../support/told";

let desk: TestDesk;
let people: Cast;
let keeper: EmbargoKeeper;

beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  keeper = embargoKeeper(serviceClient(desk.platform));
});

afterAll(() => desk.stop());

async function approved(): Promise<Claim> {
  const { claim } = await desk.newClaim(people.editor);
  return bringTo(desk, people, claim.id, "approved");
}

const inTheForm = "2027-03-10T09:30";

const words = (claim: Claim, shortClaim = "It was rejected") => ({
  ...{ articleId: claim.articleId, headline: "The bridge vote", summary: "What was decided." },
  verdicts: [{ claimId: claim.id, version: claim.version, shortClaim }],
});

const set = (by: Actor, claim: Claim, until = tomorrow(), shortClaim?: string) =>
  setEmbargo(by.ports, by.person, setEmbargoInput.parse({ ...words(claim, shortClaim), until }));

/** As a form has it. */
const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 16);

/** Lets the time come. */
const passTime = (articleId: string) =>
  desk.sql`update embargoes set until = now() - interval '1 second'
    where article_id = ${articleId} and state = 'waiting'`;

/** What the server does every minute, with its own rights. */
async function publishDue(by: EmbargoKeeper = keeper): Promise<void> {
  const failures: unknown[] = [];
  await publishDueReports(serverPorts(), by, (error) => void failures.push(error));
  expect(failures).toEqual([]);
}

const serverPorts = () => desk.portsOf(serviceClient(desk.platform));

const standing = async (claim: Claim) => ({
  state: (await reread(people.editor, claim.id)).state,
  embargo: (await people.editor.ports.embargoes.ofArticle(claim.articleId))?.state,
});

test("the times of a form are in UTC, and what is no time is said", () => {
  expect(setEmbargoInput.shape.until.parse(inTheForm)).toBe("2027-03-10T09:30:00.000Z");
  for (const wrong of ["", "tomorrow", "2027-02-30T09:30", "2027-03-10"]) {
    expect(setEmbargoInput.shape.until.safeParse(wrong).success).toBe(false);
  }
});

test("what waits is published when its time has come, once, in the name of who set it", async () => {
  const { editor } = people;
  const claim = await approved();
  value(await set(editor, claim));
  expect(await standing(claim)).toEqual({ state: "approved", embargo: "waiting" });
  await publishDue();
  expect(await standing(claim)).toEqual({ state: "approved", embargo: "waiting" });

  await passTime(claim.articleId);
  await Promise.all([publishDue(), publishDue()]);
  expect(await standing(claim)).toEqual({ state: "published", embargo: "published" });
  const trail = await editor.ports.audit.of("claim", claim.id);
  const published = trail.filter(({ action }) => action === "claim.published");
  expect(published.map(({ actorId }) => actorId)).toEqual([editor.person.id]);
});

test("until then nobody publishes it otherwise, and a cancelled one holds nothing up", async () => {
  const { editor } = people;
  const claim = await approved();
  value(await set(editor, claim));
  const publish = () => publishReport(editor.ports, editor.person, words(claim));
  expect(describeRefusal(refusal(await publish()))).toMatch(/There is an embargo until .* \(UTC\)/);
  const embargo = await editor.ports.embargoes.ofArticle(claim.articleId);
  const embargoId = embargo?.id ?? "";
  value(await cancelEmbargo(editor.ports, editor.person, { embargoId }));
  value(await cancelEmbargo(editor.ports, editor.person, { embargoId }));
  await passTime(claim.articleId);
  await publishDue();
  expect(await standing(claim)).toEqual({ state: "approved", embargo: "cancelled" });
  value(await publish());
});

test("another time takes the place of the first", async () => {
  const { editor } = people;
  const claim = await approved();
  value(await set(editor, claim));
  value(await set(editor, claim, tomorrow(), "The bridge was rejected"));
  const rows = await desk.sql`
    select state from embargoes where article_id = ${claim.articleId} order by set_at`;
  expect(rows.map(({ state }) => state)).toEqual(["cancelled", "waiting"]);
  const waiting = await editor.ports.embargoes.waiting();
  expect(waiting.filter(({ articleId }) => articleId === claim.articleId)).toHaveLength(1);
});

test("a gate that is closed by then publishes nothing, and the editors are told why", async () => {
  const { editor, lead } = people;
  const [other, claim] = [await desk.join("editor"), await approved()];
  value(await set(editor, claim));
  await desk.sql`insert into reply_requests (claim_id, asked, channel, asked_on, due_on, recorded_by)
    values (${claim.id}, 'The mayor', 'email', '2024-02-05', '2999-01-01', ${editor.person.id})`;
  await passTime(claim.articleId);
  await publishDue();
  await publishDue();
  expect(await standing(claim)).toEqual({ state: "approved", embargo: "failed" });
  const embargo = await editor.ports.embargoes.ofArticle(claim.articleId);
  expect(embargo?.failure).toMatch(/The mayor can answer until/);
  const told = await toldOf(desk, claim.id, { editor, other, lead });
  expect(told["editor"]).toContain("embargo_failed");
  expect(told["other"]).toEqual(["embargo_failed"]);
  expect(told["lead"]).not.toContain("embargo_failed");
});

test("what was reopened or changed since is not published", async () => {
  const { editor } = people;
  const claim = await approved();
  value(await set(editor, claim));
  const { data, error } = await editor.supabase.rpc("act_on_claim", {
    ...{ p_claim: claim.id, p_action: "reopen", p_expected: claim.version, p_reason: "A slip" },
  });
  expect([error, data]).toMatchObject([null, { state: "in_review" }]);
  await passTime(claim.articleId);
  await publishDue();
  expect(await standing(claim)).toEqual({ state: "in_review", embargo: "failed" });
});

test("a clearance that came meanwhile changes nothing about what was set", async () => {
  const [other, claim] = [await desk.join("editor"), await approved()];
  value(await set(people.editor, claim));
  const [version] = await desk.sql`
    select content_hash from verdict_versions where claim_id = ${claim.id} order by number desc`;
  const { error } = await other.supabase.rpc("clear_claim", {
    ...{ p_claim: claim.id, p_expected: claim.version, p_hash: version?.["content_hash"] },
  });
  expect(error).toBeNull();
  await passTime(claim.articleId);
  await publishDue();
  expect(await standing(claim)).toEqual({ state: "published", embargo: "published" });
});

test("who has lost the right since publishes nothing, nor does a read-only desk until it is open", async () => {
  const [former, admin, claim] = [
    await desk.join("editor"),
    await desk.join("admin"),
    await approved(),
  ];
  value(await set(former, claim));
  await passTime(claim.articleId);
  value(await admin.ports.desk.setReadOnly(true, "A restore is under way."));
  await publishDue();
  expect(await standing(claim)).toEqual({ state: "approved", embargo: "waiting" });
  value(await admin.ports.desk.setReadOnly(false, "The restore is done."));
  await desk.sql`update app_private.user_roles set role = 'reviewer' where user_id = ${former.person.id}`;
  await publishDue();
  expect(await standing(claim)).toEqual({ state: "approved", embargo: "failed" });
});

test("whoever is killed between reading and publishing leaves it waiting, and the next one publishes it", async () => {
  const claim = await approved();
  value(await set(people.editor, claim));
  await passTime(claim.articleId);
  const seen: DueEmbargo[] = [];
  const killed: EmbargoKeeper = {
    ...keeper,
    due: async () => (await keeper.due()).filter((one) => seen.push(one)),
    publish: () => Promise.reject(new Error("The process has gone")),
  };
  await publishDueReports(serverPorts(), killed, () => undefined);
  expect(seen.map(({ articleId }) => articleId)).toContain(claim.articleId);
  expect(await standing(claim)).toEqual({ state: "approved", embargo: "waiting" });
  await publishDue();
  expect(await standing(claim)).toEqual({ state: "published", embargo: "published" });
});

test("past the app nobody sets a time without the right, in the past, or for what is not approved", async () => {
  const claim = await approved();
  const { editor, lead } = people;
  const request = {
    ...{ headline: "The vote", summary: "What was decided." },
    verdicts: [{ claimId: claim.id, contentHash: "00", shortClaim: "It was rejected" }],
  };
  const code = async (by: Actor, until: string, report: object = request) =>
    (
      await by.supabase.rpc("set_embargo", {
        ...{ p_article: claim.articleId, p_until: until, p_request: report },
      })
    ).error?.code;
  const later = new Date(Date.now() + 60_000).toISOString();
  expect(await code(lead, later)).toBe("PT403");
  expect(await code(editor, "2020-01-01T00:00:00Z")).toBe("PT422");
  expect(await code(editor, "2999-01-01T00:00:00Z")).toBe("PT422");
  expect(await code(editor, later, { ...request, exception: "I want to" })).toBe("PT403");
  const { claim: open } = await desk.newClaim(editor);
  const unready = [{ claimId: open.id, contentHash: "00", shortClaim: "It was rejected" }];
  expect(await code(editor, later, { ...request, verdicts: unready })).toBe("PT422");
  for (const { rpc, args } of [
    { rpc: "due_embargoes", args: {} },
    { rpc: "publish_embargoed", args: { p_embargo: claim.id, p_report: {} } },
    { rpc: "fail_embargo", args: { p_embargo: claim.id, p_failure: "No" } },
  ]) {
    expect((await editor.supabase.rpc(rpc, args)).error, rpc).not.toBeNull();
  }
  expect(await embargoStore(lead.supabase).waiting()).toEqual([]);
});
