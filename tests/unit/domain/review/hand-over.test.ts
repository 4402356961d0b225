import { expect, test } from "vitest";

import type { Person, Role } from "~/domain/people/person";
import { isAddressee, takers } from "~/domain/review/hand-over";

const person = (id: string, role: Role = "reviewer"): Person => ({ id, name: id, role });
const desk = ["lead", "second", "wrote", "led", "conflict", "free"].map((id) => person(id));
const everybody = [...desk, person("editor", "editor")];
const claim = {
  state: "in_review",
  leadId: "lead",
  secondId: "second",
  recusedIds: ["conflict"],
} as const;
const excluded = [
  { personId: "wrote", why: "wrote" },
  { personId: "led", why: "led" },
  { personId: "conflict", why: "conflict" },
] as const;
const names = (...asked: Parameters<typeof takers>) => takers(...asked).map(({ id }) => id);

test("whoever wrote or led can lead again, and cannot decide second", () => {
  const given = { ...claim, recusedIds: [...claim.recusedIds] };
  expect(names(everybody, given, "lead", excluded)).toEqual(["wrote", "led", "free", "editor"]);
  expect(names(everybody, given, "second", excluded)).toEqual(["free", "editor"]);
});

test("no editor is asked to decide on a verdict that editors can read", () => {
  const waiting = { ...claim, state: "second_review", recusedIds: [] } as const;
  expect(names(everybody, { ...waiting, recusedIds: [] }, "second", excluded)).toEqual(["free"]);
});

test("a note is for whoever has the part that it came with", () => {
  expect(isAddressee(person("lead"), claim, { part: "lead" })).toBe(true);
  expect(isAddressee(person("lead"), claim, { part: "second" })).toBe(false);
  expect(isAddressee(person("second"), claim, { part: "second" })).toBe(true);
});
