import { afterAll, beforeAll, expect, test } from "vitest";

import { startDesk, type TestDesk } from "../../support/desk";
import { follow, newPublication } from "../../support/publications";
import { bringTo, cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

/** Says that two claims say the same, as the comparison or a person does. */
async function match(one: string, other: string, state: "proposed" | "confirmed" | "rejected") {
  await desk.sql`
    insert into public.claim_matches (claim_id, other_claim_id, confidence, state, decided_by, decided_at)
    values (${one}, ${other}, 0.9, ${state}, ${state === "proposed" ? null : people.editor.person.id},
      ${state === "proposed" ? null : desk.sql`now()`})`;
}
const before = (claimId: string) => desk.anonymous.publications.earlierRulings(claimId);
const published = async (short: string) => (await newPublication(desk, people, short)).claimId;

test("published verdicts on the same claim, and none where nothing is near", async () => {
  const claimId = await published("The bridge was rejected");
  expect(await before(claimId)).toEqual([]);
  const [proposed, confirmed, further, rejected, beyond] = [
    await published("Proposed"),
    await published("Confirmed"),
    await published("Confirmed of the confirmed"),
    await published("Rejected"),
    await published("Proposed of the proposed"),
  ];
  const { claim: unpublished } = await desk.newClaim(people.editor);
  await bringTo(desk, people, unpublished.id, "approved");
  await match(claimId, proposed, "proposed");
  await match(confirmed, claimId, "confirmed");
  await match(further, confirmed, "confirmed");
  await match(claimId, rejected, "rejected");
  await match(proposed, beyond, "proposed");
  await match(claimId, unpublished.id, "confirmed");

  const found = await before(claimId);
  expect(found.map(({ shortClaim }) => shortClaim)).toEqual([
    "Confirmed of the confirmed",
    "Confirmed",
    "Proposed",
  ]);
  expect(found[0]).toMatchObject({
    rating: "mostly_true",
    isRetracted: false,
    outlet: "The Paper",
  });
  // It goes both ways, and never to itself.
  expect((await before(proposed)).map(({ shortClaim }) => shortClaim)).toEqual([
    "Proposed of the proposed",
    "The bridge was rejected",
  ]);
  await follow(people, confirmed, "retract", "It was forged");
  expect((await before(claimId)).filter(({ isRetracted }) => isRetracted)).toHaveLength(1);
  expect(await before(unpublished.id)).toEqual([]);
});
