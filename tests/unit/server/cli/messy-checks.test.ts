import { expect, test } from "vitest";

import { checkFeed } from "~/domain/claim/match/check-feed";
import { claimReview } from "~/domain/report/claim-review";
import { ratings } from "~/domain/verdict/rating";

import { unreadLines } from "~/domain/claim/match/unread-lines";
import { readDocument } from "../../../../server/checks/read-document";
import { messyReviews, namedDesk } from "../../../support/messy-reviews";
import { publication } from "../../../support/reports";

const messy = messyReviews(500);
const markups = messy.map(({ markup }) => markup);
const json = (value: unknown) => JSON.stringify(value, null, 1);
const line = (markup: object) => JSON.stringify({ "@graph": [namedDesk, markup] });

/** The same reviews in each thing that people save. */
const files: Record<string, string> = {
  "a list": json([namedDesk, ...markups]),
  "a graph": json({ "@context": "https://schema.org", "@graph": [...markups, namedDesk] }),
  "a feed": json({
    "@type": "DataFeed",
    publisher: namedDesk,
    dataFeedElement: markups.map((item, i) => ({ item: i % 2 ? [item, null] : item })),
  }),
  "pages with the review inside": json([
    namedDesk,
    ...markups.map((review) => ({ "@type": "WebPage", mainEntity: { review } })),
  ]),
  lines: `\uFEFF${markups.map(line).join("\r\n")}\n`,
  "lines in script elements": markups
    .map((markup) => `<script type="application/ld+json">${line(markup)}</script>`)
    .join("\n"),
  "a page with a script for each": `<!doctype html><html><head><script>var x = {"a": 1}</script>${markups
    .map(
      (markup) =>
        `<script class=y type='application/ld+json'>\n//<![CDATA[\n${line(markup).replaceAll("<", "\\u003c")};\n//]]>\n</script>`,
    )
    .join("")}</head></html>`,
};

test.each(Object.entries(files))(
  "500 messy reviews in %s are read, all but what lacks the essential",
  (_, file) => {
    const { checks, unread, partly } = readDocument(file);
    const expected = messy.flatMap(({ expected }) => expected ?? []);
    expect(checks.map(({ markup: _markup, ...check }) => check)).toEqual(expected);
    expect(checks.map(({ markup }) => JSON.parse(markup ?? "null"))).toEqual(
      messy
        .filter(({ expected }) => expected !== null)
        .map(({ markup }) => JSON.parse(json(markup))),
    );
    const numbers = (is: (of: (typeof messy)[number]) => boolean) =>
      messy.flatMap((each, i) => (is(each) ? [i + 1] : []));
    expect(unread.map(({ at }) => at)).toEqual(numbers(({ expected }) => expected === null));
    expect(partly.map(({ at }) => at)).toEqual(numbers(({ isPartly }) => isPartly));
    for (const { fields } of partly) {
      expect(fields).toEqual([{ field: "datePublished", why: "it is no date that is sure" }]);
    }
  },
);

test("the 500 have more than a hundred labels, and some of each fault", () => {
  const labels = new Set(messy.flatMap(({ expected }) => expected?.rating ?? []));
  expect(labels.size).toBeGreaterThan(110);
  expect(messy.filter(({ isPartly }) => isPartly).length).toBeGreaterThan(20);
  expect(messy.filter(({ expected }) => expected === null).length).toBeGreaterThan(40);
});

test("JSON that is broken in the usual ways is mended, and what is none is told among the others", () => {
  const good = (n: number) =>
    `{"@type":"ClaimReview","url":"https://desk.example/${n}","claimReviewed":"Claim number ${n}","reviewRating":{"alternateName":"False"}`;
  const file = [
    `${good(1)},}`,
    `<!-- ${good(2)}} -->`,
    `${good(3)}};`,
    `${good(4)}}`.replaceAll('"', "&quot;"),
    `${good(5)}`,
    `${good(6)},"headline":"with a\ttab"}`,
  ].join("\n");
  const read = readDocument(file);
  expect(read.checks.map(({ url }) => url.at(-1))).toEqual(["1", "2", "3", "4", "6"]);
  expect(unreadLines(read)).toEqual(["Review 5: this is not JSON; left out."]);
});

test("several reviews of one page stand beside each other, and the same one again does not", () => {
  const review = (claimReviewed: string, alternateName: string) => ({
    "@type": "ClaimReview",
    ...{ url: "https://desk.example/1", claimReviewed, reviewRating: { alternateName } },
  });
  const { checks } = readDocument(
    json([
      review("It rained.", "True"),
      review("It snowed.", "False"),
      review("It rained.", "False"),
    ]),
  );
  expect(checks.map(({ url, claim, rating }) => [url, claim, rating])).toEqual([
    ["https://desk.example/1", "It rained.", "False"],
    ["https://desk.example/1#review-2", "It snowed.", "False"],
  ]);
});

test("what is cut or cannot be read is told with its field", () => {
  const { checks, partly } = readDocument(
    json({
      "@type": "ClaimReview",
      url: "https://desk.example/1",
      claimReviewed: `Long ${"word ".repeat(500)}`,
      headline: {},
      author: [{ logo: "x" }],
      reviewRating: { alternateName: "False" },
      itemReviewed: { author: [[]] },
    }),
  );
  expect(checks[0]).toMatchObject({ publisher: "desk.example", title: null, claimant: null });
  expect(partly[0]?.fields.map(({ field }) => field)).toEqual([
    "claimReviewed",
    "headline",
    "publisher",
  ]);
});

test("our own markup comes back with every field, by way of import and export", () => {
  const own = ratings.map((rating, i) =>
    claimReview(
      publication({
        verdict: { slug: `it-rained-${i}`, number: 2, draft: { rating } },
        source: { sourceUrl: "https://news.example/rain" },
        changes: [{ kind: "corrected", reason: "The date", at: "2026-03-01T10:00:00Z" }],
      }),
      "https://desk.example",
    ),
  );
  const { checks, unread, partly } = readDocument(json({ dataFeedElement: [{ item: own }] }));
  expect([unread, partly]).toEqual([[], []]);
  const exported = checkFeed(checks);
  expect(exported.dataFeedElement.flatMap(({ item }) => item)).toEqual(own);
  expect(readDocument(json(exported)).checks).toEqual(checks);
});
