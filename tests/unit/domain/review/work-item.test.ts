import { expect, test } from "vitest";

import type { Person } from "~/domain/people/person";
import { inOrderOfWork, workItem } from "~/domain/review/work-item";

import { claim } from "../../../support/claims";

const lead: Person = { id: "lead", name: "Lead", role: "reviewer" };
const second: Person = { id: "second", name: "Second", role: "reviewer" };
const editor: Person = { id: "editor", name: "Editor", role: "editor" };

test("the same claim asks different things of different people", () => {
  const waiting = claim({ state: "second_review" });
  expect(workItem(second, waiting, false)).toMatchObject({ kind: "decide", mine: true });
  expect(workItem(second, waiting, true)).toMatchObject({ kind: "sign_off", mine: true });
  expect(workItem(lead, waiting, false)).toMatchObject({ kind: "await_second", mine: false });
  expect(workItem(editor, waiting, false)).toBeNull();
});

test("a dispute is put before an editor who is not part of it", () => {
  const disputed = claim({ state: "disputed" });
  expect(workItem(editor, disputed, true)).toMatchObject({ kind: "adjudicate" });
  expect(workItem({ ...editor, id: "lead" }, disputed, true)).toBeNull();
});

test("what is mine and due soonest comes first", () => {
  const items = [
    { id: "waits", kind: "await_second" as const, mine: false, dueOn: "2024-01-01" },
    { id: "no date", kind: "lead" as const, mine: true, dueOn: null },
    { id: "late", kind: "lead" as const, mine: true, dueOn: "2024-03-01" },
    { id: "soon", kind: "lead" as const, mine: true, dueOn: "2024-02-01" },
  ].map(({ id, dueOn, ...rest }) => ({ ...rest, claim: claim({ id, dueOn }) }));
  expect(inOrderOfWork(items).map((item) => item.claim.id)).toEqual([
    "soon",
    "late",
    "no date",
    "waits",
  ]);
});
