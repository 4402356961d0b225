import { afterAll, beforeAll, expect, test } from "vitest";

import { republishReport, unpublishReport } from "~/commands/unpublish-report";
import { readSearch } from "~/domain/report/search/search-query";
import { openHistory } from "~/web/verdict-versions.server";

import { startDesk, value, type TestDesk } from "../../support/desk";
import { newPublication, publishCorrection } from "../../support/publications";
import { cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

/** Every question that a reader or a program can ask of what is published, with the words that must not come back. */
function questions(claimId: string, slug: string, other: string) {
  const { publications, readApi, reports, captures, drift } = desk.anonymous;
  const search = (asked: Record<string, string>) =>
    publications.search(readSearch(new URLSearchParams(asked)));
  return {
    search: () => search({ q: "ptarmigan" }),
    "search without words": () => search({}),
    counts: async () => ({ ...(await publications.counts()), claimId: null }),
    "claims of the API": () => readApi.claims({}, 100),
    "a claim of the API": () => readApi.claims({ slug }, 1),
    "reports of the API": () => readApi.reports({}, 100),
    versions: () => publications.versions(slug),
    "the words that stand": () => publications.current(claimId),
    "earlier rulings": () => publications.earlierRulings(other),
    changes: () => publications.changes([claimId]),
    "the log of corrections": () => publications.corrections(100),
    feeds: () => publications.newest(100),
    addresses: () => publications.addresses(),
    "the list of reports": () => reports.list(),
    captures: () => captures.published([claimId]),
    "what became of the article": () => drift.sinceReport(slug),
  };
}

test("no question of a reader or a program is answered with what is unpublished", async () => {
  const { claimId } = await newPublication(desk, people, "Ptarmigan nest on the bridge");
  await publishCorrection(desk, people, claimId, "Two ptarmigan nest on the bridge");
  const { articleId } = await reread(people.editor, claimId);
  const other = (await newPublication(desk, people, "Other birds")).claimId;
  await desk.sql`
    insert into public.claim_matches (claim_id, other_claim_id, confidence, state, decided_by, decided_at)
    values (${other}, ${claimId}, 0.9, 'confirmed', ${people.editor.person.id}, now())`;
  const [{ slug = "" } = {}] = await desk.sql<{ slug: string }[]>`
    select slug from public.published_verdicts where claim_id = ${claimId} limit 1`;
  const asked = questions(claimId, slug, other);
  const answers = async () =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(asked).map(async ([name, ask]) => [name, JSON.stringify(await ask())]),
      ),
    ) as Record<keyof typeof asked, string>;
  const telling = (all: Record<string, string>) =>
    Object.keys(all).filter((name) => /ptarmigan/i.test(all[name] ?? ""));

  const before = await answers();
  // Where it was told while it was published, so that silence means something afterwards.
  expect(telling(before)).toEqual(
    expect.arrayContaining([
      ...["search", "claims of the API", "reports of the API", "versions", "earlier rulings"],
      ...["the words that stand", "the log of corrections", "feeds", "addresses"],
    ]),
  );

  value(
    await unpublishReport(people.editor.ports, people.editor.person, {
      ...{ articleId, reason: "A court has forbidden it for now.", thought: "unpublish" },
    }),
  );
  const meanwhile = await answers();
  expect(telling(meanwhile)).toEqual([]);
  expect(meanwhile.counts).not.toBe(before.counts);
  const refused: unknown = await openHistory(desk.anonymous, { slug }).catch(
    (error: unknown) => error,
  );
  expect(refused).toMatchObject({ status: 410 });

  value(
    await republishReport(people.editor.ports, people.editor.person, {
      ...{ articleId, reason: "The court has decided." },
    }),
  );
  expect(await answers()).toEqual(before);
});
