import { createHash, randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OriginalBytes } from "~/commands/ports/intake";
import { saveArticle } from "~/commands/save-article";
import { takeInByToken } from "~/commands/take-in-by-token";
import { ok } from "~/domain/result";
import { action } from "~/routes/api.articles";

import { createPageReader } from "../../../server/intake";
import { readDueFeeds } from "../../../server/jobs/feeds-job";
import { startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { sentence } from "../../unit/intake/html-pages";

let desk: TestDesk;
let editor: Actor;
let reviewer: Actor;
const reader = createPageReader();
beforeAll(async () => {
  desk = await startDesk();
  [editor, reviewer] = [await desk.join("editor"), await desk.join("reviewer")];
});
afterAll(async () => {
  await reader.stop();
  await desk.stop();
});

const utf8 = (text: string) => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const original = (text: string): OriginalBytes => ({
  ...{ way: "upload", mediaType: "text/html", name: "a.html", url: null },
  bytes: utf8(text),
});
function newDraft(sourceUrl: string | null = null) {
  const text = `${sentence(1)} ${randomUUID()}\n\n${sentence(2)}`;
  return {
    ...{ title: "Budget", byline: null, outlet: null, publishedOn: null, language: "en" },
    ...{ sourceUrl, fetchedAt: null, text },
  };
}
const today = "2026-11-28";

describe("what an article was read from", () => {
  it("is kept with it, byte for byte, and nothing of it can be changed", async () => {
    const sent = original(`<p>${randomUUID()} – “ü”</p>\u0000`);
    const originalId = value(await editor.ports.originals.stage(sent));
    const articleId = randomUUID();
    const input = { articleId, draft: newDraft(), originalId };
    value(await saveArticle(editor.ports, editor.person, input));
    // A form that is sent twice saves and keeps once.
    value(await saveArticle(editor.ports, editor.person, input));
    expect(await reviewer.ports.originals.of(articleId)).toMatchObject({
      ...{ way: "upload", mediaType: "text/html", name: "a.html" },
      ...{ sha256: sha256(sent.bytes), size: sent.bytes.byteLength },
    });
    const bytes = await reviewer.ports.originals.bytes(articleId);
    expect(bytes === null ? null : sha256(bytes)).toBe(sha256(sent.bytes));
    await expect(desk.sql`delete from app_private.original_bytes`).rejects.toThrow(/append-only/);
    await expect(desk.sql`update public.article_originals set size = 1`).rejects.toThrow(
      /append-only/,
    );
    const [left] = await desk.sql`select count(*)::int as n from app_private.staged_originals`;
    expect(left?.["n"]).toBe(0);
  });

  it("is the text itself where nothing else came", async () => {
    const [articleId, draft] = [randomUUID(), newDraft()];
    value(await saveArticle(editor.ports, editor.person, { articleId, draft }));
    expect(await editor.ports.originals.of(articleId)).toMatchObject({
      ...{ way: "text", sha256: sha256(utf8(draft.text)) },
    });
  });

  it("and its article come together or not at all", async () => {
    const articleId = randomUUID();
    const input = { articleId, draft: newDraft(), originalId: randomUUID() };
    expect(await saveArticle(editor.ports, editor.person, input)).toMatchObject({
      ok: false,
      error: { kind: "illegal" },
    });
    expect(await editor.ports.articles.find(articleId)).toBeNull();
    // Somebody else’s is not taken, and stays theirs.
    const other = await desk.join("editor");
    const theirs = value(await other.ports.originals.stage(original(randomUUID())));
    const taken = await saveArticle(editor.ports, editor.person, { ...input, originalId: theirs });
    expect(taken.ok).toBe(false);
    const own = { ...input, articleId: randomUUID(), originalId: theirs };
    value(await saveArticle(other.ports, other.person, own));
  });

  it("is not for people who are not of the desk", async () => {
    const outsider = await desk.join("reader");
    expect((await outsider.ports.originals.stage(original("x"))).ok).toBe(false);
    expect((await reviewer.ports.originals.stage(original("x"))).ok).toBe(false);
    const { data } = await desk.anonymousClient.from("article_originals").select("*");
    expect(data ?? []).toEqual([]);
    const [row] = await desk.sql`select article_id from public.article_originals limit 1`;
    await expect(outsider.ports.originals.bytes(String(row?.["article_id"]))).rejects.toThrow();
  });

  it("and its address and words say which articles are here already", async () => {
    const page = `https://www.daily.example/news/${randomUUID()}/`;
    const draft = newDraft(page);
    const articleId = randomUUID();
    value(await saveArticle(editor.ports, editor.person, { articleId, draft }));
    const alike = async (sourceUrl: string | null, text: string) =>
      (await editor.ports.originals.alike({ sourceUrl, text, originalId: null })).map(
        ({ id }) => id,
      );
    const otherAddress = `${page.replace("https://www.", "http://").slice(0, -1)}?utm_source=x#y`;
    expect(await alike(otherAddress, "other words")).toEqual([articleId]);
    expect(await alike(null, draft.text)).toEqual([articleId]);
    expect(await alike(`${page}more`, "other words")).toEqual([]);
  });
});

describe("a program with a token", () => {
  const intake: Actor["ports"]["intake"] = {
    fetch: async (url) => {
      const draft = newDraft(url);
      return ok({ ...draft, notice: null, original: { ...original(draft.text), url } });
    },
    read: async ({ bytes }) =>
      ok({
        ...{ ...newDraft(), text: Buffer.from(bytes).toString() },
        ...{ notice: null, original: { ...original(""), bytes } },
      }),
  };
  const ask = (token: string, key: string | null, sent: Parameters<typeof takeInByToken>[2]) =>
    takeInByToken(
      { tokenIntake: desk.anonymous.tokenIntake, intake },
      { token, key, requestHash: sha256(utf8(JSON.stringify(sent))) },
      sent,
      { articleId: randomUUID(), today },
    );

  it("takes an article in once, with its original, its claims and its trail", async () => {
    const token = value(await editor.ports.tokens.make("Wire desk", 30, ["articles:create"]));
    const sent = { url: `https://wire.example/${randomUUID()}`, title: "From the wire" };
    const [first, second] = await Promise.all([ask(token, "k1", sent), ask(token, "k1", sent)]);
    const both = [value(first), value(second)];
    expect(new Set(both.map(({ articleId }) => articleId)).size).toBe(1);
    expect(both.filter(({ created }) => created)).toHaveLength(1);
    const articleId = both[0]?.articleId ?? "";
    expect(await editor.ports.articles.find(articleId)).toMatchObject({
      createdBy: editor.person.id,
      latest: { title: "From the wire" },
    });
    expect(await editor.ports.originals.of(articleId)).toMatchObject({ way: "api" });
    expect((await editor.ports.claims.ofArticle(articleId)).length).toBeGreaterThan(0);
    const trail = await editor.ports.audit.of("article", articleId);
    expect(trail.find(({ action }) => action === "article.taken_in_by_token")).toMatchObject({
      payload: { name: "Wire desk" },
    });
    // Without a key, and from the same page by another address: the same article.
    expect(value(await ask(token, null, { url: `${sent.url}?utm_medium=y` }))).toEqual({
      ...{ articleId, created: false },
    });
    expect(await ask(token, "k1", { url: "https://wire.example/other" })).toMatchObject({
      error: { kind: "illegal", message: expect.stringMatching(/Idempotency-Key/) },
    });
  });

  it("takes in the same words once", async () => {
    const token = value(await editor.ports.tokens.make("Words", 1, ["articles:create"]));
    const sent = { text: `${sentence(4)} ${randomUUID()}`, title: "Words" };
    const first = value(await ask(token, null, sent));
    expect(value(await ask(token, null, { ...sent, title: "Others" }))).toEqual({
      ...{ articleId: first.articleId, created: false },
    });
  });

  it("answers a program over HTTP, and says what was wrong with what it sent", async () => {
    const token = value(await editor.ports.tokens.make("Over HTTP", 1, ["articles:create"]));
    const sent = { text: `${sentence(6)} ${randomUUID()}`, title: "Over HTTP" };
    const post = (headers: Record<string, string>, body: unknown = sent) =>
      action({
        request: new Request("http://desk.test/api/articles", {
          ...{ method: "POST", headers, body: JSON.stringify(body) },
        }),
        params: {},
        context: {
          ...{ person: null, outage: false, publicUrl: "http://desk.test", cspNonce: "" },
          ...{ hasJobs: true, ports: { ...desk.anonymous, intake } },
          session: { signIn: async () => false, signOut: async () => undefined },
        },
      });
    const known = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const refused = [
      [401, await post({ "Content-Type": "application/json" })],
      [401, await post({ ...known, Authorization: "Bearer csn_of_nobody_at_all" })],
      [415, await post({ ...known, "Content-Type": "text/plain" })],
      [400, await post({ ...known, "Idempotency-Key": "two words" })],
      [400, await post(known, { words: "none of these" })],
    ] as const;
    for (const [status, answer] of refused) {
      expect(answer.status).toBe(status);
      expect(answer.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
    }
    const keyed = { ...known, "Idempotency-Key": randomUUID() };
    const first = await post(keyed);
    const again = await post(keyed);
    expect([first.status, again.status]).toEqual([201, 200]);
    const { id, url } = (await first.json()) as { id: string; url: string };
    expect(url).toBe(`http://desk.test/desk/articles/${id}`);
    expect(first.headers.get("Location")).toBe(url);
    expect(await again.json()).toEqual({ id, url, created: false });
    expect(await editor.ports.originals.of(id)).toMatchObject({ way: "api" });
  });

  it("has no rights without one that is good, nor more than its maker", async () => {
    const sent = { text: sentence(5), title: "No" };
    const refused = { ok: false, error: { kind: "forbidden" } };
    expect(await ask("csn_nothing", null, sent)).toMatchObject(refused);
    const maker = await desk.join("editor");
    const token = value(await maker.ports.tokens.make("Mine", 1, ["articles:create"]));
    const [mine] = await maker.ports.tokens.list();
    expect(JSON.stringify(await maker.ports.tokens.list())).not.toContain(token);
    // Not that of a colleague.
    const id = (await maker.ports.tokens.list()).find(({ name }) => name === "Mine")?.id ?? "";
    expect((await editor.ports.tokens.revoke(id)).ok).toBe(false);
    await desk.sql`update app_private.user_roles set role = 'reviewer' where user_id = ${maker.person.id}`;
    expect(await ask(token, null, sent)).toMatchObject(refused);
    await desk.sql`update app_private.user_roles set role = 'editor' where user_id = ${maker.person.id}`;
    value(await maker.ports.tokens.revoke(mine?.id ?? ""));
    expect(await ask(token, null, sent)).toMatchObject(refused);
    expect((await reviewer.ports.tokens.make("Nothing", 1, ["articles:create"])).ok).toBe(false);
    expect(await reviewer.ports.tokens.list()).toEqual([]);
    // The functions of the server are not those of people.
    const { error } = await editor.supabase.rpc("look_up_by_token", {
      ...{ p_token_hash: "x", p_key: null, p_request_hash: "x", p_url: null },
    });
    expect(error).not.toBeNull();
  });
});

describe("feeds", () => {
  let server: http.Server;
  let site = "";
  const answers = new Map<string, { body: string; etag?: string; status?: number }>();
  const asked: { path: string; etag: string | undefined }[] = [];
  beforeAll(async () => {
    server = http.createServer((req, res) => {
      const path = req.url ?? "";
      asked.push({ path, etag: req.headers["if-none-match"] });
      const answer = answers.get(path);
      if (answer?.etag !== undefined && req.headers["if-none-match"] === answer.etag) {
        res.writeHead(304).end();
        return;
      }
      res.writeHead(answer?.status ?? (answer ? 200 : 404), {
        "content-type": "application/rss+xml",
        ...(answer?.etag && { etag: answer.etag }),
      });
      res.end(answer?.body ?? "");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const look = async () => {
    await desk.sql`update public.feeds set next_at = now()`;
    await readDueFeeds({
      ...{ sql: desk.sql, reader },
      fetching: { permitAddress: () => true, permitPort: () => true },
    });
  };
  const rss = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>The &lt;b&gt;Wire</title>${items}</channel></rss>`;
  const item = (guid: string, link: string, title = "Rain &lt;script&gt;x&lt;/script&gt; falls") =>
    `<item><title>${title}</title><link>${link}</link><guid>${guid}</guid><pubDate>Mon, 05 Feb 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;It &lt;a href="javascript:x"&gt;rained&lt;/a&gt;.&lt;/p&gt;</description></item>`;
  const titles = async (state: "new" | "dismissed") =>
    (await editor.ports.feeds.items(state)).map(({ url }) => url);

  it("bring each article once, however many name it, and none that is here", async () => {
    const here = `https://n.example/here-${randomUUID()}`;
    const draft = newDraft(here);
    value(await saveArticle(editor.ports, editor.person, { articleId: randomUUID(), draft }));
    answers.set("/a", {
      etag: '"1"',
      body: rss(item("g1", "https://n.example/a") + item("g2", `${here}?utm_source=rss`)),
    });
    answers.set("/b", {
      body: rss(
        item("other", "https://www.n.example/a/") +
          item("g4", "javascript:alert(1)") +
          item("g5", "https://n.example/b"),
      ),
    });
    value(await editor.ports.feeds.add(`${site}/a`));
    value(await editor.ports.feeds.add(`${site}/b`));
    expect((await editor.ports.feeds.add(`${site}/b#again`)).ok).toBe(false);
    await look();
    expect((await titles("new")).toSorted()).toEqual([
      "https://n.example/a",
      "https://n.example/b",
    ]);
    const [found] = await editor.ports.feeds.items("new");
    expect(found).toMatchObject({ title: "Rain falls", summary: "It rained." });
    await look();
    expect(await titles("new")).toHaveLength(2);
    expect(asked.findLast(({ path }) => path === "/a")?.etag).toBe('"1"');
  });

  it("are dismissed and brought back, and are gone once they are articles", async () => {
    const [first] = await editor.ports.feeds.items("new");
    const id = first?.id ?? "";
    value(await editor.ports.feeds.decide(id, "dismissed"));
    expect(await titles("dismissed")).toEqual([first?.url]);
    value(await editor.ports.feeds.decide(id, "new"));
    expect(await titles("new")).toContain(first?.url);
    const draft = newDraft(`${first?.url}#top`);
    value(await saveArticle(editor.ports, editor.person, { articleId: randomUUID(), draft }));
    expect(await titles("new")).not.toContain(first?.url);
    expect((await editor.ports.feeds.decide(id, "dismissed")).ok).toBe(false);
    expect(await reviewer.ports.feeds.items("new")).toEqual([]);
    expect((await reviewer.ports.feeds.decide(id, "dismissed")).ok).toBe(false);
  });

  it("that fail are tried again later and later, and say why; paused ones are not read", async () => {
    answers.set("/bad", {
      body: `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss(item("&b;", "https://n.example/z"))}`,
    });
    value(await editor.ports.feeds.add(`${site}/gone`));
    value(await editor.ports.feeds.add(`${site}/bad`));
    await look();
    await look();
    const feeds = await editor.ports.feeds.list();
    const of = (path: string) => feeds.find(({ url }) => url === `${site}${path}`);
    expect(of("/gone")).toMatchObject({ failures: 2, problem: expect.stringMatching(/404/) });
    expect(Date.parse(of("/gone")?.nextAt ?? "") - Date.now()).toBeGreaterThan(25 * 60_000);
    expect(of("/bad")).toMatchObject({ problem: expect.stringMatching(/entities/) });
    expect(await titles("new")).not.toContain("https://n.example/z");
    value(await editor.ports.feeds.change(of("/gone")?.id ?? "", "pause"));
    const before = asked.filter(({ path }) => path === "/gone").length;
    await look();
    expect(asked.filter(({ path }) => path === "/gone")).toHaveLength(before);
    value(await editor.ports.feeds.change(of("/gone")?.id ?? "", "remove"));
    expect((await editor.ports.feeds.list()).map(({ url }) => url)).not.toContain(`${site}/gone`);
  });

  it("are read by one worker at a time", async () => {
    const before = asked.length;
    await desk.sql`update public.feeds set next_at = now()`;
    const due = (await editor.ports.feeds.list()).filter(({ paused }) => !paused).length;
    const fetching = { permitAddress: () => true, permitPort: () => true };
    await Promise.all([1, 2, 3].map(() => readDueFeeds({ sql: desk.sql, reader, fetching })));
    expect(asked.length - before).toBe(due);
  });
});
