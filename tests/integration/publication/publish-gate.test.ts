import { afterAll, beforeAll, expect, test } from "vitest";

import { publishReport } from "~/commands/publish-report";
import { recordReplyRequest } from "~/commands/record-reply";
import type { Claim } from "~/domain/claim/claim";
import { describeRefusal } from "~/domain/refusal";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast & { admin: Actor };

beforeAll(async () => {
  desk = await startDesk();
  people = { ...(await cast(desk)), admin: await desk.join("admin") };
});

afterAll(() => desk.stop());

async function approved(): Promise<Claim> {
  const { claim } = await desk.newClaim(people.editor);
  return bringTo(desk, people, claim.id, "approved");
}

/** Asks somebody for comment who has time to answer for as long as this test will be run. */
async function askForComment(claim: Claim): Promise<void> {
  const { ports, person } = people.editor;
  value(
    await recordReplyRequest(ports, person, {
      ...{ claimId: claim.id, asked: "The mayor", channel: "email" },
      ...{ askedOn: "2024-02-05", dueOn: "2999-01-01" },
    }),
  );
}

const publish = (by: Actor, claim: Claim, changed: object = {}, shortClaim = "It was rejected") =>
  publishReport(by.ports, by.person, {
    ...{ articleId: claim.articleId, headline: "The bridge vote", summary: "What was decided." },
    verdicts: [{ claimId: claim.id, version: claim.version, shortClaim }],
    ...changed,
  });

/** Straight to the database, as whoever has a session and no page. */
const past = (by: Actor, claim: Claim, changed: object = {}, excepts: string[] = []) =>
  by.supabase.rpc("publish_report", {
    p_article: claim.articleId,
    p_report: {
      ...{ slug: `bridge-${claim.id}`, headline: "The bridge vote", summary: "What was decided." },
      ...changed,
      verdicts: [
        {
          ...{ claimId: claim.id, version: claim.version, shortClaim: "It was rejected" },
          ...{ slug: `it-${claim.id}`, excepts },
        },
      ],
    },
  });

const exceptionsOf = async (slug: string) =>
  (await desk.anonymous.reports.find(slug))?.verdicts.flatMap(({ exceptions }) =>
    exceptions.map(({ kind, reason }) => ({ kind, reason })),
  );

test("the server refuses what the gate refuses, and says what to do", async () => {
  const claim = await approved();
  await askForComment(claim);
  const refused = refusal(await publish(people.editor, claim, {}, "False: it was rejected"));
  expect(refused.kind).toBe("illegal");
  expect(describeRefusal(refused)).toMatch(/No short claim says whether it is true/);
  expect(describeRefusal(refused)).toMatch(/The mayor can answer until the end of 1 Jan 2999/);
  expect(await reread(people.editor, claim.id)).toMatchObject({ state: "approved" });
});

test("an admin's reason passes it over, and stands beside the verdict and in the trail", async () => {
  const { admin, editor } = people;
  const claim = await approved();
  await askForComment(claim);
  const reason = "The mayor answered on television";
  const exception = { exception: reason };
  const forbidden = refusal(await publish(editor, claim, exception, "False: it was rejected"));
  expect(forbidden.kind).toBe("forbidden");
  const { slug } = value(await publish(admin, claim, exception, "False: it was rejected"));
  expect(await exceptionsOf(slug)).toEqual([
    { kind: "reply_outstanding", reason },
    { kind: "claim_rated", reason },
  ]);
  const trail = await editor.ports.audit.of("claim", claim.id);
  expect(trail.at(-1)?.payload).toMatchObject({
    ...{ exception: reason, excepted: ["claim_rated", "reply_outstanding"] },
  });
});

test("a reason that nothing needs is no exception", async () => {
  const claim = await approved();
  const { slug } = value(await publish(people.admin, claim, { exception: "To be safe" }));
  expect(await exceptionsOf(slug)).toEqual([]);
});

test("past the app nobody but an admin passes anything over, and never without a reason", async () => {
  const { admin, editor } = people;
  const claim = await approved();
  await askForComment(claim);
  const code = async (answer: ReturnType<typeof past>) => (await answer).error?.code;
  expect(await code(past(editor, claim))).toBe("PT422");
  expect(await code(past(editor, claim, { exception: "I want to" }))).toBe("PT403");
  expect(await code(past(editor, claim, {}, ["claim_rated"]))).toBe("PT422");
  expect(await code(past(admin, claim, {}, ["claim_rated"]))).toBe("PT422");
  expect(await code(past(admin, claim, { exception: "Because" }, ["sources"]))).toBe("PT422");
  expect(await reread(editor, claim.id)).toMatchObject({ state: "approved" });
  expect(await desk.sql`select 1 from duty_exceptions where claim_id = ${claim.id}`).toHaveLength(
    0,
  );
  expect(await code(past(admin, claim, { exception: "Because" }, ["discussion_open"]))).toBe(
    undefined,
  );
});
