import { describe, expect, test } from "vitest";

import {
  may,
  mayAskExperts,
  mayReadExpertAnswers,
  maySeeExperts,
  reviewAccess,
} from "~/domain/people/permissions";
import type { Person, Role } from "~/domain/people/person";
import { claimStates, type ClaimState } from "~/domain/review/workflow";

const person = (id: string, role: Role): Person => ({ id, name: id, role });
const people = {
  lead: person("lead", "reviewer"),
  second: person("second", "reviewer"),
  other: person("other", "reviewer"),
  editor: person("editor", "editor"),
  deciding: person("second", "editor"),
  recused: person("recused", "editor"),
  reader: person("lead", "reader"),
};
const claim = (state: ClaimState) => ({
  state,
  leadId: "lead",
  secondId: "second",
  recusedIds: ["recused"],
});

/** The states in which somebody may, of those in which anybody may. */
function statesOf(
  who: Person,
  decided: boolean,
  asks: (
    who: Person,
    of: ReturnType<typeof claim>,
    access: ReturnType<typeof reviewAccess>,
  ) => boolean,
): ClaimState[] {
  return claimStates.filter((state) =>
    asks(who, claim(state), reviewAccess(who, claim(state), decided)),
  );
}

const readable = [
  "second_review",
  "disputed",
  "approved",
  "published",
  "being_corrected",
  "retracted",
];

describe("experts", () => {
  test("are asked by the lead and the editors, in review, and by nobody who decides or stepped back", () => {
    const asking = Object.entries(people).map(([name, who]) => [
      name,
      statesOf(who, true, mayAskExperts),
    ]);
    expect(Object.fromEntries(asking)).toEqual({
      lead: ["in_review"],
      second: [],
      other: [],
      editor: ["in_review"],
      deciding: [],
      recused: [],
      reader: [],
    });
  });

  test("are known to those who ask, where they may read the review", () => {
    expect(statesOf(people.lead, false, maySeeExperts)).toEqual(["in_review", ...readable]);
    expect(statesOf(people.deciding, false, maySeeExperts)).toEqual(readable.slice(1));
    expect(statesOf(people.other, false, maySeeExperts)).toEqual([]);
    expect(statesOf(people.second, true, maySeeExperts)).toEqual([]);
  });

  test("are read by whoever may read the review, so by nobody who has yet to decide", () => {
    const reads = (who: Person, decided: boolean) =>
      statesOf(who, decided, (_who, _of, access) => mayReadExpertAnswers(access));
    expect(reads(people.second, false)).toEqual(readable.slice(1));
    expect(reads(people.second, true)).toEqual(readable);
    expect(reads(people.other, false)).toEqual(["in_review", ...readable.slice(1)]);
    expect(reads(people.recused, false)).toEqual([]);
  });
});

test("everybody at the desk practises, and editors oversee it", () => {
  expect(may(people.other, "practice.take")).toBe(true);
  expect(may(people.reader, "practice.take")).toBe(false);
  expect(may(people.other, "practice.oversee")).toBe(false);
  expect(may(people.editor, "practice.oversee")).toBe(true);
});
