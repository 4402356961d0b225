import { afterAll, beforeAll, expect, test } from "vitest";

import { changeClaims } from "~/commands/change-claims";
import { manageTopics } from "~/commands/manage-topics";
import { mergeClaims } from "~/commands/merge-claims";
import { setTopics } from "~/commands/set-topics";
import { splitClaim } from "~/commands/split-claim";
import { declareConflict } from "~/commands/declare-conflict";
import { everyClaim } from "~/domain/claim/list/claim-filter";
import { effectiveTopics } from "~/domain/topic/topic";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, type Cast } from "../../support/review-steps";

const today = new Date().toISOString().slice(0, 10);
let desk: TestDesk;
let people: Cast;
let other: Actor;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  other = await desk.join("editor");
});
afterAll(() => desk.stop());

const manage = (actor: Actor, input: Parameters<typeof manageTopics>[2]) =>
  manageTopics(actor.ports, actor.person, input);
const idOf = async (name: string) =>
  (await people.editor.ports.topics.list()).find((topic) => topic.name === name)?.id ?? "";
async function newTopic(name: string): Promise<string> {
  value(await manage(people.editor, { intent: "add", name }));
  return idOf(name);
}
type Change = { add?: string[]; remove?: string[] };
const set = (
  actor: Actor,
  on: "article" | "claim",
  id: string,
  { add = [], remove = [] }: Change,
) => setTopics(actor.ports, actor.person, { on, id, add, remove });
async function eventsOf(entity: string, id: string) {
  const events = await desk.sql<{ action: string; payload: Record<string, unknown> }[]>`
    select action, payload from public.audit_events
    where entity = ${entity} and entity_id = ${id} and action like '%topic%' order by seq`;
  return events.map(({ action, payload }) => ({ action, ...payload }));
}
const listed = async (topic: string) => {
  const filter = { ...everyClaim, topic };
  const page = await people.second.ports.claimList.page(filter, today, { after: null, size: 50 });
  return page.rows;
};

test("the list is kept by editors, each change on the trail, names once", async () => {
  const { editor, lead } = people;
  const health = await newTopic("Health");
  value(await manage(editor, { intent: "rename", topicId: health, name: "Public health" }));
  value(await manage(editor, { intent: "rename", topicId: health, name: "Public health" }));
  expect(await manage(editor, { intent: "add", name: "PUBLIC  health" })).toMatchObject({
    error: { kind: "illegal", message: expect.stringContaining("already") as string },
  });
  value(await manage(editor, { intent: "retire", topicId: health }));
  value(await manage(editor, { intent: "retire", topicId: health }));
  expect(await manage(editor, { intent: "add", name: "public health" })).toMatchObject({
    error: { message: expect.stringContaining("Bring it back") as string },
  });
  value(await manage(editor, { intent: "restore", topicId: health }));
  expect((await eventsOf("desk", "topics")).map(({ action }) => action)).toEqual([
    "desk.topic_added",
    "desk.topic_renamed",
    "desk.topic_retired",
    "desk.topic_restored",
  ]);

  expect(refusal(await manage(lead, { intent: "add", name: "Mine" })).kind).toBe("forbidden");
  // Past the command, the database says the same, and nobody writes into the tables.
  expect(refusal(await lead.ports.topics.add("Mine")).kind).toBe("forbidden");
  const written = await editor.supabase
    .from("topics")
    .insert({ name: "X", created_by: editor.person.id });
  expect(written.error?.code).toBe("42501");
  const stranger = await desk.anonymousClient.from("topics").select("*");
  expect(stranger.data ?? []).toEqual([]);
  const reader = await desk.join("reader");
  expect(await reader.ports.topics.list()).toEqual([]);
});

test("an article's topics hold for its claims; only what was changed is carried out, and told", async () => {
  const { editor, lead } = people;
  const [war, sport, law] = [await newTopic("War"), await newTopic("Sport"), await newTopic("Law")];
  const { articleId, claim } = await desk.newClaim(editor);
  expect(refusal(await set(lead, "article", articleId, { add: [war] })).kind).toBe("forbidden");
  const asked = { on: "article", id: articleId, add: [war], remove: [] } as const;
  expect(refusal(await lead.ports.topics.set(asked)).kind).toBe("forbidden");

  // Two at once, each from a page that showed none.
  const both = await Promise.all([
    set(editor, "article", articleId, { add: [war] }),
    set(other, "article", articleId, { add: [sport] }),
  ]);
  both.forEach(value);
  value(await set(editor, "article", articleId, { add: [war], remove: [law] }));
  expect(await eventsOf("article", articleId)).toHaveLength(2);
  value(await set(editor, "claim", claim.id, { add: [law] }));
  const held = await lead.ports.topics.ofArticle(articleId);
  expect(new Set(effectiveTopics(held, claim.id))).toEqual(new Set([war, sport, law]));
  const [row] = await listed(law);
  expect(row?.topics.map(({ name }) => name)).toEqual(["Law", "Sport", "War"]);
  expect((await listed(war)).map(({ id }) => id)).toContain(claim.id);
  expect((await listed("none")).map(({ id }) => id)).not.toContain(claim.id);

  // The list hears of it, also of what came through the article.
  const { seq } = await lead.ports.claimList.page(everyClaim, today, { after: null, size: 1 });
  value(await set(editor, "article", articleId, { remove: [sport] }));
  const news = await lead.ports.claimList.news({ ...everyClaim, topic: sport }, today, seq);
  expect(news.changed).toMatchObject([{ id: claim.id, matches: false }]);
  expect(await eventsOf("claim", claim.id)).toEqual([
    { action: "claim.topics_changed", added: ["Law"] },
  ]);

  // Retired, it stays and is found, can be taken away, and is given to nothing.
  value(await manage(editor, { intent: "retire", topicId: law }));
  expect(await listed(law)).toHaveLength(1);
  expect(refusal(await set(editor, "article", articleId, { add: [law] }))).toMatchObject({
    message: expect.stringContaining("was retired") as string,
  });
  value(await set(editor, "claim", claim.id, { remove: [law] }));
  expect(await listed(law)).toEqual([]);

  value(
    await declareConflict(other.ports, other.person, {
      claimId: claim.id,
      version: claim.version,
      reason: "My town",
    }),
  );
  expect(refusal(await set(other, "claim", claim.id, { add: [sport] })).kind).toBe("forbidden");
});

test("several claims get a topic at once; who may not on one is told, and the others have it", async () => {
  const { editor } = people;
  const topic = await newTopic("Ferries");
  const claims = [];
  for (let made = 0; made < 3; made += 1) claims.push((await desk.newClaim(editor)).claim);
  const [first, last] = [claims[0]?.id ?? "", claims[2]?.id ?? ""];
  value(
    await declareConflict(other.ports, other.person, {
      claimId: last,
      version: claims[2]?.version ?? 0,
      reason: "My brother builds it.",
    }),
  );
  const sent = claims.map(({ id, version }) => ({ id, version }));
  const change = { change: "topic", topicId: topic, how: "add" } as const;
  const twice = [];
  for (let time = 0; time < 2; time += 1) {
    twice.push(await changeClaims(other.ports, other.person, { claims: sent, change }));
  }
  for (const outcomes of twice) {
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["done", "done", "refused"]);
    expect(outcomes[2]?.message).toMatch(/conflict of interest/);
  }
  expect((await listed(topic)).map(({ id }) => id).sort()).toEqual(
    sent
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  );
  expect(await eventsOf("claim", first)).toEqual([
    { action: "claim.topics_changed", added: ["Ferries"] },
  ]);
  await changeClaims(other.ports, other.person, {
    claims: sent,
    change: { ...change, how: "remove" },
  });
  expect(await listed(topic)).toEqual([]);
});

test("what a claim is split or merged into is about what it was about", async () => {
  const { editor } = people;
  const own = await newTopic("Bridges");
  const { articleId, claim } = await desk.newClaim(editor);
  value(await set(editor, "claim", claim.id, { add: [own] }));
  value(
    await splitClaim(editor.ports, editor.person, {
      claimId: claim.id,
      version: claim.version,
      statements: ["The council rejected the bridge.", "It was by 31 votes to 12."],
    }),
  );
  const parts = (await editor.ports.claims.ofArticle(articleId)).filter(
    ({ id }) => id !== claim.id,
  );
  const held = await editor.ports.topics.ofArticle(articleId);
  for (const { id } of parts) expect(held.claims[id]).toEqual([own]);

  const [from, into] = parts;
  if (!from || !into) throw new Error("Not split");
  value(await set(editor, "claim", into.id, { remove: [own] }));
  value(
    await mergeClaims(editor.ports, editor.person, {
      claimId: from.id,
      version: from.version,
      withClaimId: into.id,
      statement: into.statement,
    }),
  );
  expect((await editor.ports.topics.ofArticle(articleId)).claims[into.id]).toEqual([own]);
  expect((await eventsOf("claim", into.id)).map(({ action }) => action)).toHaveLength(3);
});

test("agreement, verdicts and suggestions go by topics; below five cases nothing is told", async () => {
  const own = await cast(desk);
  const period = { from: today, to: today };
  const [tax, tariff] = [await newTopic("Tax"), await newTopic("Tariffs")];
  const { insights } = own.editor.ports;
  const tables = async () => {
    const { tables: all, withheld } = await insights.agreement(period);
    return { shown: all.filter(({ part }) => part === "topic"), few: withheld.topic };
  };
  const settle = async (topics: string[]) => {
    const { articleId, claim } = await desk.newClaim(own.editor);
    value(await set(own.editor, "article", articleId, { add: topics.slice(0, 1) }));
    value(await set(own.editor, "claim", claim.id, { add: topics }));
    await bringTo(desk, own, claim.id, "approved");
    return articleId;
  };
  for (let i = 0; i < 4; i += 1) await settle([tax]);
  expect(await tables()).toEqual({ shown: [], few: 1 });
  const fifth = await settle([tax, tariff]);
  const cells = [{ first: "mostly_true", second: "mostly_true", count: 5 }];
  expect(await tables()).toEqual({ shown: [{ part: "topic", name: "Tax", cells }], few: 1 });
  const verdicts = (await insights.balance(period)).filter(({ kind }) => kind === "topic");
  expect(verdicts).toContainEqual({
    ...{ kind: "topic", name: "Tax", claims: 5, verdicts: { mostly_true: 5 } },
  });

  // One on the topic, and one without any topic, which goes by its type.
  const { articleId, claim } = await desk.newClaim(own.editor);
  value(await set(own.editor, "article", articleId, { add: [tax] }));
  const bare = (await desk.newClaim(own.editor)).claim;
  const known = async (claimId: string, id: string) =>
    (await own.editor.ports.claimList.assignable([claimId])).find((one) => one.id === id)
      ?.subjectsBefore;
  expect(await known(claim.id, own.lead.person.id)).toEqual([
    { topic: "Tax", type: null, led: 5, seconded: 0 },
  ]);
  expect(await known(claim.id, own.second.person.id)).toEqual([
    { topic: "Tax", type: null, led: 0, seconded: 5 },
  ]);
  expect(await known(bare.id, own.lead.person.id)).toMatchObject([
    { topic: null, type: bare.type, seconded: 0 },
  ]);

  // A demonstration is no case.
  await desk.sql`update public.articles set demo = true where id = ${fifth}`;
  expect(await tables()).toEqual({ shown: [], few: 1 });
});
