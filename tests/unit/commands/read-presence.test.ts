import { expect, test } from "vitest";

import { readPresence } from "~/commands/read-presence";
import type { Claim } from "~/domain/claim/claim";
import type { Person, Role } from "~/domain/people/person";

import { claim } from "../../support/claims";
import { memoryPorts } from "../../support/memory-ports";

const person = (id: string, role: Role = "reviewer"): Person => ({ id, name: id, role });
const present = (id: string) => ({ id, name: `Name of ${id}`, color: "#1d4ed8" });

/** Whom somebody is told of in the room of this claim, while `inRoom` are there. */
async function toldOf(as: Person, one: Partial<Claim>, inRoom: string[], revealed = false) {
  const { ports } = memoryPorts([claim({ id: "c", ...one })]);
  ports.documents.present = () => new Map([["c", inRoom.map(present)]]);
  ports.reviews.revealed = async () => revealed;
  const told = await readPresence(ports, as, ["c"]);
  return told["c"]?.map(({ id }) => id) ?? null;
}

test("colleagues are told who else is in a review", async () => {
  expect(await toldOf(person("sam"), {}, ["lead", "sam", "ed"])).toEqual(["lead", "ed"]);
  expect(await toldOf(person("sam"), {}, ["sam"])).toBeNull();
});

test("a second reviewer is told of nobody before deciding", async () => {
  const second = person("second");
  expect(await toldOf(second, { state: "in_review" }, ["lead"], true)).toBeNull();
  expect(await toldOf(second, { state: "second_review" }, ["lead"])).toBeNull();
  expect(await toldOf(second, { state: "second_review" }, ["lead"], true)).toEqual(["lead"]);
});

test("whoever may not read the review is told of nobody", async () => {
  expect(await toldOf(person("sam"), { state: "second_review" }, ["lead"])).toBeNull();
  expect(await toldOf(person("rea", "reader"), {}, ["lead"])).toBeNull();
  expect(await toldOf(person("ed", "editor"), { state: "second_review" }, ["lead"])).toEqual([
    "lead",
  ]);
});

test("the database is asked once for all rooms, and not at all while nobody is in any", async () => {
  const claims = [claim({ id: "1" }), claim({ id: "2" }), claim({ id: "3" })];
  const { ports } = memoryPorts(claims);
  const asked: (readonly string[])[] = [];
  ports.claims.these = async (ids) => {
    asked.push(ids);
    return claims.filter(({ id }) => ids.includes(id));
  };
  const ids = claims.map(({ id }) => id);
  expect(await readPresence(ports, person("sam"), ids)).toEqual({});
  expect(asked).toEqual([]);
  ports.documents.present = () =>
    new Map([
      ["1", [present("lead")]],
      ["3", [present("ed")]],
    ]);
  expect(Object.keys(await readPresence(ports, person("sam"), ids))).toEqual(["1", "3"]);
  expect(asked).toEqual([["1", "3"]]);
});
