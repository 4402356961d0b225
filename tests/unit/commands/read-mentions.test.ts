import { expect, test } from "vitest";

import type { UnseenMention } from "~/commands/ports";
import { readMentions } from "~/commands/read-mentions";
import type { Claim } from "~/domain/claim/claim";
import type { Person } from "~/domain/people/person";

import { claim } from "../../support/claims";
import { memoryPorts } from "../../support/memory-ports";

const person: Person = { id: "sam", name: "Sam", role: "reviewer" };
const mention = (claimId: string, commentId: string, minute: number): UnseenMention => ({
  kind: "mentioned",
  claimId,
  commentId,
  by: "lead",
  at: `2026-11-27T10:0${minute}:00.000Z`,
});

async function mentionsOf(claims: Claim[], unseen: UnseenMention[], revealed = false) {
  const { ports } = memoryPorts(claims);
  ports.notifications.unseenMentions = async () => unseen;
  ports.reviews.revealed = async () => revealed;
  return (await readMentions(ports, person)).map(({ commentId }) => commentId);
}

test("each discussion is told of once, by its newest mention, the newest first", async () => {
  const claims = [claim({ id: "1", state: "in_review" }), claim({ id: "2", state: "in_review" })];
  const unseen = [mention("1", "c", 3), mention("2", "b", 2), mention("1", "a", 1)];
  expect(await mentionsOf(claims, unseen)).toEqual(["c", "b"]);
});

test("each proposal is told of by what was decided last, beside what mentions this person", async () => {
  const claims = [claim({ id: "1", state: "in_review" })];
  const unseen: UnseenMention[] = [
    { ...mention("1", "p", 4), kind: "accepted" },
    mention("1", "c", 3),
    { ...mention("1", "p", 2), kind: "declined" },
    { ...mention("1", "q", 1), kind: "declined" },
  ];
  expect(await mentionsOf(claims, unseen)).toEqual(["p", "c", "q"]);
});

test("what cannot be read now is not told of", async () => {
  const open = claim({ id: "1", state: "open" });
  const gone = mention("gone", "b", 2);
  expect(await mentionsOf([open], [mention("1", "a", 1), gone])).toEqual([]);
});

test("a second reviewer is told of nothing before deciding", async () => {
  const unseen = [mention("1", "a", 1)];
  const as = (state: Claim["state"]) => [claim({ id: "1", state, secondId: "sam" })];
  expect(await mentionsOf(as("in_review"), unseen, true)).toEqual([]);
  expect(await mentionsOf(as("second_review"), unseen, false)).toEqual([]);
  expect(await mentionsOf(as("second_review"), unseen, true)).toEqual(["a"]);
});
