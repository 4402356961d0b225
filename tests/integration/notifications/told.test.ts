import { afterAll, beforeAll, describe, expect, it, test } from "vitest";

import { adjudicate } from "~/commands/adjudicate";
import { assignClaim } from "~/commands/assign-claim";
import { declareConflict } from "~/commands/declare-conflict";
import { publishReport } from "~/commands/publish-report";
import { readNotifications } from "~/commands/read-notifications";
import { returnReview } from "~/commands/return-review";
import { setChannels } from "~/commands/set-channels";
import { triageClaim } from "~/commands/triage-claim";
import { channelSettings, kindRules, notificationRules } from "~/domain/notification/rules";

import { startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";
import { toldOf } from "../../support/told";

let desk: TestDesk;
let people: Cast & { chief: Actor };
beforeAll(async () => {
  desk = await startDesk();
  people = { ...(await cast(desk)), chief: await desk.join("editor") };
});
afterAll(() => desk.stop());

const newClaim = async () => (await desk.newClaim(people.editor)).claim.id;
const told = (claimId: string) => toldOf(desk, claimId, { ...people });
async function assignTo(claimId: string, lead: Actor, second: Actor) {
  const { ports, person } = people.editor;
  const seats = { leadId: lead.person.id, secondId: second.person.id };
  const chosen = { ...seats, dueOn: null, priority: "normal" } as const;
  value(await assignClaim(ports, person, { ...(await at(claimId)), ...chosen }));
}
const at = async (claimId: string) => {
  const { version } = await reread(people.editor, claimId);
  return { claimId, version };
};

test("the database tells by the rows of the domain", async () => {
  const { supabase } = people.lead;
  const [kinds, rules] = await Promise.all([
    supabase.from("notification_kinds").select("kind, channel, hidden"),
    supabase.from("notification_rules").select("event, audience, kind"),
  ]);
  const text = (rows: readonly object[] | null) =>
    (rows ?? []).map((row) => JSON.stringify(row)).toSorted();
  expect(text(kinds.data)).toEqual(text(kindRules));
  expect(text(rules.data)).toEqual(text(notificationRules));
});

describe("a step tells whom it concerns, once, and never who took it", () => {
  it("from assignment to publication", async () => {
    const { articleId, claim } = await desk.newClaim(people.editor);
    await bringTo(desk, people, claim.id, "approved");
    expect(await told(claim.id)).toEqual({
      lead: ["assigned", "approved"],
      second: ["assigned", "submitted"],
    });
    const { version } = await at(claim.id);
    value(
      await publishReport(people.editor.ports, people.editor.person, {
        articleId,
        headline: "The bridge vote",
        summary: "What the council decided.",
        verdicts: [{ claimId: claim.id, version, shortClaim: "The bridge was rejected" }],
      }),
    );
    expect(await told(claim.id)).toEqual({
      lead: ["assigned", "approved", "published"],
      second: ["assigned", "submitted", "published"],
    });
  });

  it("a dispute: its lead and the editors, who may settle it", async () => {
    const claimId = await newClaim();
    await bringTo(desk, people, claimId, "disputed");
    expect(await told(claimId)).toEqual({
      lead: ["assigned", "disputed"],
      second: ["assigned", "submitted"],
      editor: ["disputed"],
      chief: ["disputed"],
    });
    const { editor } = people;
    value(
      await adjudicate(editor.ports, editor.person, {
        ...(await at(claimId)),
        rating: "false",
        reason: "The minutes say so",
      }),
    );
    value(
      await returnReview(editor.ports, editor.person, {
        ...(await at(claimId)),
        action: "reopen",
        reason: "New minutes",
      }),
    );
    const after = await told(claimId);
    expect(after["lead"]).toEqual(["assigned", "disputed", "approved", "signature_void"]);
    expect(after["second"]).toEqual(["assigned", "submitted", "approved", "signature_void"]);
    // Who signed is the one who voided it.
    expect(after["editor"]).toEqual(["disputed"]);
  });

  it("a return, and an assignment to somebody else", async () => {
    const claimId = await newClaim();
    await bringTo(desk, people, claimId, "second_review");
    const { second, lead } = people;
    value(
      await returnReview(second.ports, second.person, {
        ...(await at(claimId)),
        action: "return",
        reason: "A source is missing",
      }),
    );
    const other = await desk.join("reviewer");
    const assign = () => assignTo(claimId, lead, other);
    await assign();
    // The same people once more: nobody is told of what does not change for them.
    await assign();
    expect(await toldOf(desk, claimId, { ...people, other })).toEqual({
      lead: ["assigned", "returned"],
      second: ["assigned", "submitted", "relieved"],
      other: ["assigned"],
    });
    // Who changes the part keeps one.
    await assignTo(claimId, other, await desk.join("reviewer"));
    expect(await toldOf(desk, claimId, { lead, other })).toEqual({
      ...{ lead: ["assigned", "returned", "relieved"], other: ["assigned", "assigned"] },
    });
  });

  it("a conflict of interest: the editors, and whoever assigned it", async () => {
    const claimId = await newClaim();
    const head = await desk.join("editor");
    await bringTo(desk, { ...people, editor: head }, claimId, "second_review");
    await desk.sql`update app_private.user_roles set role = 'reviewer' where user_id = ${head.person.id}`;
    const declare = async ({ ports, person }: Actor) =>
      value(await declareConflict(ports, person, { ...(await at(claimId)), reason: "My cousin" }));
    // No seat is empty when somebody declares one who has no part in it.
    await declare(await desk.join("reviewer"));
    expect((await told(claimId))["editor"]).toBeUndefined();
    await declare(people.second);
    const emptied = ["seat_emptied"];
    expect(await toldOf(desk, claimId, { ...people, head })).toEqual({
      ...{ lead: ["assigned"], second: ["assigned", "submitted"] },
      ...{ editor: emptied, chief: emptied, head: emptied },
    });
    // The seat was given up, not taken: nobody is relieved of it.
    await assignTo(claimId, people.lead, await desk.join("reviewer"));
    expect((await told(claimId))["second"]).toEqual(["assigned", "submitted"]);
  });

  it("an editor who names themselves is told nothing", async () => {
    const claimId = await newClaim();
    const { editor, second } = people;
    value(
      await triageClaim(editor.ports, editor.person, { ...(await at(claimId)), action: "accept" }),
    );
    value(
      await assignClaim(editor.ports, editor.person, {
        ...(await at(claimId)),
        leadId: editor.person.id,
        secondId: second.person.id,
        dueOn: null,
        priority: "normal",
      }),
    );
    expect(await told(claimId)).toEqual({ second: ["assigned"] });
  });

  it("a step that is refused tells nobody", async () => {
    const claimId = await newClaim();
    await bringTo(desk, people, claimId, "second_review");
    const before = await told(claimId);
    const { lead } = people;
    const stale = { ...(await at(claimId)), version: 1 };
    await returnReview(lead.ports, lead.person, { ...stale, action: "return", reason: "No" });
    expect(await told(claimId)).toEqual(before);
  });
});

describe("a second reviewer who has not decided", () => {
  it("does not learn that there was a dispute, nor is it counted", async () => {
    const claimId = await newClaim();
    await bringTo(desk, people, claimId, "disputed");
    const { editor, lead, chief } = people;
    const seen = async () =>
      (await readNotifications(chief.ports, null)).notifications.filter(({ to }) =>
        to.includes(claimId),
      );
    expect(await seen()).toMatchObject([{ kind: "disputed" }]);
    const { unread } = await chief.ports.desk.frame();
    value(
      await returnReview(editor.ports, editor.person, {
        ...(await at(claimId)),
        action: "return",
        reason: "Look at the minutes",
      }),
    );
    value(
      await assignClaim(editor.ports, editor.person, {
        ...(await at(claimId)),
        leadId: lead.person.id,
        secondId: chief.person.id,
        dueOn: null,
        priority: "normal",
      }),
    );
    expect(await seen()).toMatchObject([{ kind: "assigned" }]);
    expect((await chief.ports.desk.frame()).unread).toBe(unread);
    await chief.ports.notifications.seeThoseOf(claimId);
    const rows = await desk.sql`select kind, read_at is null as unread from public.notifications
      where claim_id = ${claimId} and person_id = ${chief.person.id} order by seq`;
    expect(rows).toMatchObject([
      { kind: "disputed", unread: true },
      { kind: "assigned", unread: false },
    ]);
  });
});

describe("what a person was told", () => {
  it("is theirs alone, and says nothing of the post", async () => {
    const claimId = await newClaim();
    await bringTo(desk, people, claimId, "in_review");
    const reader = await desk.join("reader");
    const others = [people.editor.supabase, reader.supabase, desk.anonymousClient];
    for (const supabase of others) {
      const { data } = await supabase.from("notifications").select("id").eq("claim_id", claimId);
      expect(data ?? []).toEqual([]);
    }
    const { supabase, person } = people.lead;
    const mail = await supabase.from("notifications").select("mailed_at");
    expect(mail.error?.code).toBe("42501");
    const written = [
      supabase.from("notifications").update({ read_at: null }).eq("person_id", person.id),
      supabase.from("notifications").delete().eq("person_id", person.id),
      supabase.from("notification_rules").delete().eq("event", "submit"),
      supabase.from("notification_settings").insert({
        person_id: person.id,
        kind: "assigned",
        channel: "off",
      }),
    ];
    for (const answer of written) expect((await answer).error?.code).toBe("42501");
  });

  it("is read one at a time, up to one, and page by page", async () => {
    const reader = await desk.join("reviewer");
    const as = { ...people, lead: reader };
    const claimIds = [await newClaim(), await newClaim(), await newClaim()];
    for (const claimId of claimIds) await bringTo(desk, as, claimId, "in_review");
    const { notifications: store } = reader.ports;
    const unread = async () => (await reader.ports.desk.frame()).unread;
    expect(await unread()).toBe(3);
    const [third, second, first] = await store.page(10, null);
    expect([third, second, first].map((one) => one?.claimId)).toEqual(claimIds.toReversed());
    expect(await store.page(10, second?.seq ?? 0)).toEqual([first]);
    await store.see(third?.id ?? "");
    expect(await unread()).toBe(2);
    // Somebody else's word on it counts for nothing.
    await people.second.ports.notifications.see(first?.id ?? "");
    expect(await unread()).toBe(2);
    await store.seeUpTo(second?.seq ?? 0);
    expect(await unread()).toBe(0);
  });

  it("is what they have set, and how", async () => {
    const [mute, slow] = [await desk.join("reviewer"), await desk.join("reviewer")];
    const to = (actor: Actor, channel: "off" | "digest") =>
      setChannels(actor.ports, channelSettings([{ kind: "assigned", channel }]));
    value(await to(mute, "off"));
    value(await to(slow, "digest"));
    expect(await mute.ports.notifications.channels()).toContainEqual({
      kind: "assigned",
      channel: "off",
    });
    expect(await people.lead.ports.notifications.channels()).toEqual([]);
    const claimId = await newClaim();
    await bringTo(desk, { ...people, lead: mute, second: slow }, claimId, "in_review");
    const rows = await desk.sql`
      select person_id, kind, in_app, mail from public.notifications where claim_id = ${claimId}`;
    expect([...rows]).toEqual([
      { person_id: slow.person.id, kind: "assigned", in_app: false, mail: "digest" },
    ]);
    expect((await slow.ports.desk.frame()).unread).toBe(0);
    expect(await slow.ports.notifications.page(10, null)).toEqual([]);
    const { error } = await slow.supabase.rpc("set_notification_channels", {
      p_channels: { assigned: "pigeon" },
    });
    expect(error?.code).toBe("PT422");
  });
});
