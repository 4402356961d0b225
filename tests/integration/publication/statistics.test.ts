import { afterAll, beforeAll, expect, test } from "vitest";

import { publishedStatistics } from "~/domain/report/statistics/published-statistics";

import { startDesk, value, type TestDesk } from "../../support/desk";
import { follow, newPublication, publishCorrection } from "../../support/publications";
import { cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

const statistics = async () => publishedStatistics(await desk.anonymous.publications.counts());

test("a verdict counts once as it stands, under its topics, and demonstrations do not count", async () => {
  expect(await statistics()).toMatchObject({ verdicts: 0, reports: 0, corrected: 0, months: [] });
  const one = await newPublication(desk, people);
  const gone = await newPublication(desk, people);
  const demo = await newPublication(desk, people);
  await desk.sql`update public.reports set demo = true where slug = ${demo.slug}`;
  await publishCorrection(desk, people, one.claimId);
  await follow(people, gone.claimId, "retract");

  value(await people.editor.ports.topics.add("Bridges"));
  await desk.sql`insert into public.claim_topics (claim_id, topic_id, added_by)
    select ${one.claimId}, id, ${people.editor.person.id} from public.topics where name = 'Bridges'`;

  const found = await statistics();
  expect(found).toMatchObject({ verdicts: 2, reports: 2, corrected: 2 });
  expect(found.ratings.filter(({ count }) => count > 0)).toEqual([
    { standing: "mostly_true", count: 1 },
    { standing: "retracted", count: 1 },
  ]);
  expect(found.topics).toMatchObject([{ name: "Bridges", total: 1 }]);
  expect(found.outlets).toMatchObject([{ name: "The Paper", total: 2 }]);
  expect(found.months).toMatchObject([{ total: 2 }]);
  expect(found.corrections).toEqual({
    ...{ being_corrected: 1, upheld: 0, corrected: 1, retracted: 1 },
  });
});
