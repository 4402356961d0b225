import { afterAll, beforeAll, expect, test } from "vitest";

import { submitReview } from "~/commands/submit-review";
import { readSearch } from "~/domain/report/search/search-query";
import type { Rating } from "~/domain/verdict/rating";

import { startDesk, value, type TestDesk } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { naughtyStrings } from "../../support/naughty-strings";
import { follow, publishClaim, publishCorrection } from "../../support/publications";
import { bringTo, cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

const search = (asked: Record<string, string>) =>
  desk.anonymous.publications.search(readSearch(new URLSearchParams(asked)));
const found = async (asked: Record<string, string>): Promise<string[]> =>
  (await search(asked)).hits.map(({ shortClaim }) => shortClaim);

interface Made {
  shortClaim: string;
  rating?: Rating;
  summary?: string;
  words?: string;
  claimant?: string;
}

async function published({ shortClaim, rating = "false", summary, words, claimant }: Made) {
  const { claim, articleId } = await desk.newClaim(people.editor);
  if (claimant !== undefined) {
    await desk.sql`update public.claims set claimant = ${claimant} where id = ${claim.id}`;
  }
  const { version } = await bringTo(desk, people, claim.id, "in_review");
  desk.setDraft(
    claim.id,
    completeDraft({
      rating,
      ...(summary !== undefined && { summary }),
      ...(words !== undefined && {
        rationale: [{ type: "paragraph", runs: [{ text: words, bold: true }] }],
      }),
    }),
  );
  value(await submitReview(people.lead.ports, people.lead.person, { claimId: claim.id, version }));
  const approved = await bringTo(desk, people, claim.id, "approved", rating);
  await publishClaim(people, approved, shortClaim);
  return { claimId: claim.id, articleId };
}

test("words are found in claim, summary, rationale and claimant, whatever their accents and ending", async () => {
  await published({ shortClaim: "Herons nest on the cathedral" });
  await published({ shortClaim: "One", summary: "A heron was counted." });
  await published({ shortClaim: "Two", words: "Nobody ever saw a heron there." });
  await published({ shortClaim: "Three", claimant: "Zoë Heron" });
  const all = ["Herons nest on the cathedral", "Three", "One", "Two"];
  expect(await found({ q: "HERÓN" })).toEqual(all);
  expect(await found({ q: "zoe" })).toEqual(["Three"]);
  expect(await found({ q: '"cathedral herons"' })).toEqual([]);
  expect(await found({ q: '"nest on the cathedral"' })).toEqual([all[0]]);
  expect((await found({ q: "heron -counted" })).toSorted()).toEqual([all[0], "Three", "Two"]);
  expect(await search({ q: "the" })).toMatchObject({ total: 0, isUnsearchable: true });
  expect(await search({ q: "griffin" })).toMatchObject({ total: 0, isUnsearchable: false });
});

test("nothing is found of what is not published, nor of what was published before a correction", async () => {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  desk.setDraft(claim.id, completeDraft({ summary: "An unheard walrus." }));
  await bringTo(desk, people, claim.id, "approved");
  expect(await found({ q: "walrus" })).toEqual([]);

  const { claimId } = await published({ shortClaim: "Ospreys nest here", rating: "mostly_true" });
  await publishCorrection(desk, people, claimId, "Kestrels nest here");
  expect(await found({ q: "osprey" })).toEqual([]);
  expect(await found({ q: "kestrel" })).toEqual(["Kestrels nest here"]);
});

test("each filter narrows, and says what the others would leave", async () => {
  const admin = await desk.join("admin");
  value(await admin.ports.topics.add("Waders"));
  const topic = (await admin.ports.topics.list()).find(({ name }) => name === "Waders");
  const about = { words: "It is about the curlew." };
  const one = await published({ shortClaim: "First", rating: "true", claimant: "Ada", ...about });
  await published({ shortClaim: "Second", rating: "false", claimant: "Ada", ...about });
  const gone = await published({ shortClaim: "Third", rating: "false", claimant: "Bo", ...about });
  await desk.sql`insert into public.article_topics (article_id, topic_id, added_by)
    values (${one.articleId}, ${topic?.id ?? ""}, ${admin.person.id})`;
  await follow(people, gone.claimId, "retract");

  const q = "curlew";
  const all = await search({ q });
  expect(all.total).toBe(3);
  expect(new Map(all.ratings.map(({ value: rating, count }) => [rating, count]))).toEqual(
    new Map([
      ["true", 1],
      ["false", 1],
      ["retracted", 1],
    ]),
  );
  expect(all.claimants).toEqual([
    { value: "Ada", label: "Ada", count: 2 },
    { value: "Bo", label: "Bo", count: 1 },
  ]);
  expect(all.topics).toEqual([{ value: topic?.id, label: "Waders", count: 1 }]);

  expect(await found({ q, rating: "false" })).toEqual(["Second"]);
  expect((await search({ q, rating: "retracted" })).hits).toMatchObject([
    { shortClaim: "Third", notice: "retracted" },
  ]);
  const ofAda = await search({ q, claimant: "ADA", rating: "true" });
  expect(ofAda.hits.map(({ shortClaim }) => shortClaim)).toEqual(["First"]);
  // What another choice in the same list would leave.
  expect(ofAda.ratings).toHaveLength(2);
  expect(ofAda.claimants).toEqual([{ value: "Ada", label: "Ada", count: 1 }]);
  expect(await found({ q, topic: topic?.id ?? "" })).toEqual(["First"]);

  await desk.sql`update app_private.published_search set first_published_at = '2024-02-29T23:59:59Z'
    where claim_id = ${one.claimId}`;
  expect(await found({ q, to: "2024-02-29" })).toEqual(["First"]);
  expect(await found({ q, from: "2024-02-29", to: "2024-02-29" })).toEqual(["First"]);
  expect(await found({ q, to: "2024-02-28" })).toEqual([]);
  expect(await found({ q, from: "2024-03-01" })).toHaveLength(2);
});

test("pages follow each other without gap or repetition", async () => {
  const names = ["Page 0", "Page 1", "Page 2", "Page 3", "Page 4"];
  for (const shortClaim of names) await published({ shortClaim, words: "An avocet." });
  const pages: string[] = [];
  for (let offset = 0; offset < 6; offset += 2) {
    const p_query = { text: "avocet", limit: 2, offset };
    const { data } = await desk.anonymousClient.rpc("search_published", { p_query });
    expect(data.total).toBe(5);
    pages.push(...data.hits.map(({ short_claim }: { short_claim: string }) => short_claim));
  }
  // Equally good ones, the newest first.
  expect(pages).toEqual(names.toReversed());
  expect(await search({ q: "avocet", page: "2" })).toMatchObject({ total: 5, hits: [] });
});

test("no query harms", async () => {
  const hostile = [
    ...naughtyStrings,
    "'; drop table public.reports; --",
    "a & | ! <-> :* ()",
    '"unclosed -',
    "\\",
    "a:*",
    "%_%",
    `${"(".repeat(150)}`,
    "- - - OR OR",
  ];
  for (const words of hostile) {
    const { total } = await search({ q: words, claimant: words, topic: words, from: words });
    expect(total).toBeGreaterThanOrEqual(0);
  }
});
