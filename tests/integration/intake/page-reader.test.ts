import { afterAll, describe, expect, it } from "vitest";

import { createPageReader } from "../../../server/intake";
import type { ReadJob } from "../../../server/intake/worker/protocol";
import { page, paragraphs, sentence } from "../../unit/intake/html-pages";

const reader = createPageReader({ mostWaiting: 4 });
afterAll(() => reader.stop());

const job = (html: string): ReadJob => ({
  kind: "page",
  bytes: new TextEncoder().encode(html),
  contentType: "text/html; charset=utf-8",
  url: "https://daily.example/budget",
});
const article = page("<title>Budget</title>", paragraphs);

describe("the reading thread", () => {
  it("reads pages and files", async () => {
    const text = [1, 2, 3, 4, 5, 6].map(sentence).join("\n\n");
    expect(await reader.read(job(article))).toMatchObject({ ok: true, value: { text } });
    const bytes = new TextEncoder().encode(`Title\n\n${sentence(1)}`);
    expect(
      await reader.read({ kind: "upload", name: "a.txt", type: "text/plain", bytes }),
    ).toMatchObject({ ok: true, value: { title: "Title" } });
    expect(
      await reader.read({
        kind: "upload",
        name: "a.pdf",
        type: "",
        bytes: Buffer.from("%PDF-1.7"),
      }),
    ).toMatchObject({ ok: false, error: { kind: "file" } });
  });

  it("stops what takes too long, by name, and reads on", async () => {
    const hurried = createPageReader({ firstWithin: 1 });
    expect(await hurried.read(job(article))).toMatchObject({
      ok: false,
      error: { kind: "too_slow" },
    });
    await hurried.stop();
    expect(await reader.read(job(article))).toMatchObject({ ok: true });
  });

  it("keeps the first reading when the second opinion takes too long", async () => {
    const hurried = createPageReader({ secondWithin: 0 });
    const long = page("", paragraphs.repeat(300));
    expect(await hurried.read(job(long))).toMatchObject({ ok: true });
    await hurried.stop();
  });

  it("stops what takes too much memory, by name, and reads on", async () => {
    const poor = createPageReader({ memoryMb: 40 });
    const large = page("", `<p>${"word <i>x</i> ".repeat(20_000)}</p>`);
    expect(await poor.read(job(large))).toMatchObject({
      ok: false,
      error: { kind: "too_much_memory" },
    });
    expect(await poor.read(job(article))).toMatchObject({ ok: true });
    await poor.stop();
  });

  it("turns away more than may wait, and reads the others", async () => {
    const reads = await Promise.all(Array.from({ length: 6 }, () => reader.read(job(article))));
    expect(reads.map((read) => (read.ok ? "read" : read.error.kind))).toEqual([
      ...Array<string>(4).fill("read"),
      "busy",
      "busy",
    ]);
  });

  it("comes back after it rested", async () => {
    const restless = createPageReader({ restsFor: 1 });
    expect((await restless.read(job(article))).ok).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await restless.read(job(article))).ok).toBe(true);
    await restless.stop();
    expect(await restless.read(job(article))).toMatchObject({ error: { kind: "broken_off" } });
  });

  it.each([
    ["a million siblings", "<p>x".repeat(1_000_000)],
    ["five million characters of deeply nested markup", "<div>".repeat(1_000_000)],
    ["nested tables", "<table><tr><td>".repeat(330_000)],
    ["a bomb of entities", `<!DOCTYPE x [${bomb()}]><p>&h;</p>${"&amp;".repeat(900_000)}`],
    ["attributes without end", `<p ${"a=b ".repeat(1_200_000)}`],
    ["tags that never end", "<a <b ".repeat(800_000)],
    ["nothing but links", "<a href=x>word</a>".repeat(270_000)],
  ])("is not held up by %s, nor is the thread that serves people", async (_what, html) => {
    let longest = 0;
    let before = performance.now();
    const beat = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
    }, 5);
    const read = await reader.read(job(html));
    clearInterval(beat);
    expect(read).toMatchObject({ ok: false, error: { kind: expect.stringMatching(/^too_/) } });
    expect(longest).toBeLessThan(500);
    expect(await reader.read(job(article))).toMatchObject({ ok: true });
  });
});

/** Each entity is ten of the one before. */
function bomb(): string {
  const names = [..."abcdefgh"];
  return names
    .map((name, index) => {
      const before = names[index - 1];
      return `<!ENTITY ${name} "${before ? `&${before};`.repeat(10) : "word "}">`;
    })
    .join("");
}
