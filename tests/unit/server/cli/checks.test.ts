import { expect, test } from "vitest";

import { readDocument } from "../../../../server/checks/read-document";

const review = (n: number) =>
  JSON.stringify({
    "@type": "ClaimReview",
    url: `https://desk.example/${n}`,
    claimReviewed: `Claim number ${n}`,
    reviewRating: { alternateName: "False" },
  });

test("a file is one document", () => {
  expect(readDocument(`\uFEFF[${review(1)},\n${review(2)}]`).checks).toHaveLength(2);
});

test("or one on each line, in a script element or not; a line that is none is told", () => {
  const { checks, unread } = readDocument(
    `<script type="application/ld+json">${review(1)}</script>\n{broken\n\n${review(2)}\n{"@type":"ClaimReview"}`,
  );
  expect(checks.map(({ url }) => url)).toEqual([
    "https://desk.example/1",
    "https://desk.example/2",
  ]);
  expect(unread.map(({ at }) => at)).toEqual([2, 4]);
});
