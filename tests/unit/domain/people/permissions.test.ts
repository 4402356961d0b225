import { describe, expect, test } from "vitest";

import {
  legalTransitions,
  mayTakeOver,
  may,
  mayTake,
  offeredActions,
  documentRight,
  mayComment,
  mayDiscussDispute,
  mayReadHistory,
  mentionable,
  reviewAccess,
} from "~/domain/people/permissions";
import type { Person, Role } from "~/domain/people/person";
import { claimStates } from "~/domain/review/workflow";

const person = (id: string, role: Role): Person => ({ id, name: id, role });
const lead = person("lead", "reviewer");
const second = person("second", "reviewer");
const other = person("other", "reviewer");
const editor = person("editor", "editor");
const reader = person("reader", "reader");
const claim = (state: (typeof claimStates)[number]) => ({
  state,
  leadId: "lead",
  secondId: "second",
  recusedIds: [] as string[],
  publishedAt: null,
});

test("the desk is closed to readers and strangers", () => {
  expect(may(null, "desk.enter")).toBe(false);
  expect(may(reader, "desk.enter")).toBe(false);
  expect(may(lead, "desk.enter")).toBe(true);
  expect(may(lead, "report.publish")).toBe(false);
  expect(may(editor, "report.publish")).toBe(true);
});

describe("who may take a step", () => {
  test("only the lead submits, not even an editor", () => {
    expect(mayTake(lead, claim("in_review"), "submit")).toBe(true);
    expect(mayTake(editor, claim("in_review"), "submit")).toBe(false);
    expect(mayTake(other, claim("in_review"), "submit")).toBe(false);
  });

  test("only the second reviewer decides and signs", () => {
    expect(mayTake(second, claim("second_review"), "decide")).toBe(true);
    expect(mayTake(lead, claim("second_review"), "decide")).toBe(false);
    expect(mayTake(editor, claim("second_review"), "sign_off")).toBe(false);
  });

  test("a person who lost the role has no step left, even as lead", () => {
    expect(legalTransitions(person("lead", "reader"), claim("in_review"))).toEqual([]);
  });
});

describe("access to the live review", () => {
  test("people write only while the claim is in review", () => {
    for (const state of claimStates) {
      expect(reviewAccess(lead, claim(state), true) === "write").toBe(state === "in_review");
    }
  });

  test("the second reviewer never gets the live document before deciding", () => {
    expect(reviewAccess(second, claim("in_review"), false)).toBe("blind");
    expect(reviewAccess(second, claim("in_review"), true)).toBe("blind");
    expect(reviewAccess(second, claim("second_review"), false)).toBe("blind");
    expect(reviewAccess(second, claim("second_review"), true)).toBe("comment");
    expect(reviewAccess(second, claim("disputed"), true)).toBe("read");
  });

  test("while a second verdict is awaited, only its lead and editors read the first", () => {
    expect(reviewAccess(lead, claim("second_review"), false)).toBe("read");
    expect(reviewAccess(editor, claim("second_review"), false)).toBe("read");
    expect(reviewAccess(other, claim("second_review"), false)).toBe("none");
    expect(reviewAccess(other, claim("disputed"), false)).toBe("read");
  });

  test("nothing is shown of a claim that has no room yet, or to readers", () => {
    expect(reviewAccess(lead, claim("open"), false)).toBe("none");
    expect(reviewAccess(reader, claim("in_review"), false)).toBe("none");
    expect(reviewAccess(null, claim("published"), false)).toBe("none");
  });
});

describe("the discussion", () => {
  test("is open to whoever writes in the review, and to the second reviewer between verdict and signature", () => {
    for (const state of claimStates) {
      for (const who of [lead, other, editor]) {
        expect(mayComment(reviewAccess(who, claim(state), true))).toBe(state === "in_review");
      }
      expect(mayComment(reviewAccess(second, claim(state), true))).toBe(state === "second_review");
    }
  });

  test("is closed to a second reviewer who is blind, for reading and for writing", () => {
    for (const state of ["in_review", "second_review"] as const) {
      const access = reviewAccess(second, claim(state), false);
      expect(documentRight(access)).toBeNull();
      expect(mayComment(access)).toBe(false);
    }
  });

  test("is not written in by readers and strangers", () => {
    for (const who of [reader, null]) {
      expect(mayComment(reviewAccess(who, claim("in_review"), true))).toBe(false);
    }
  });

  test("mentions only who can read it, and never the second reviewer", () => {
    const everybody = [lead, second, other, editor, reader];
    expect(mentionable(everybody, claim("in_review"))).toEqual([lead, other, editor]);
    expect(mentionable(everybody, claim("second_review"))).toEqual([lead, editor]);
  });
});

test("the history, and what is new in it, is for whoever may read the review as it is", () => {
  const reads = (who: typeof lead | null, state: "in_review" | "second_review", revealed = false) =>
    mayReadHistory(reviewAccess(who, claim(state), revealed));
  expect(reads(lead, "in_review")).toBe(true);
  expect(reads(lead, "second_review")).toBe(true);
  expect(reads(second, "in_review")).toBe(false);
  expect(reads(second, "second_review")).toBe(false);
  expect(reads(second, "second_review", true)).toBe(true);
  expect(reads(other, "second_review")).toBe(false);
  expect(reads(reader, "in_review")).toBe(false);
  expect(reads(null, "in_review")).toBe(false);
});

test("signing is offered only after deciding, and deciding only before", () => {
  expect(offeredActions(second, claim("second_review"), false)).toEqual([
    "return",
    "decide",
    "hand_over_second",
  ]);
  expect(offeredActions(second, claim("second_review"), true)).toEqual(["return", "sign_off"]);
});

test("a dispute is offered only to an editor who is not part of it", () => {
  expect(offeredActions(editor, claim("disputed"), true)).toContain("adjudicate");
  const part = { ...claim("disputed"), secondId: "editor" };
  expect(offeredActions(editor, part, true)).not.toContain("adjudicate");
});

describe("how a dispute ends", () => {
  const disputed = claim("disputed");

  test("the two move to each other's rating, and neither decides nor votes, even as an editor", () => {
    for (const who of [lead, second, person("lead", "editor"), person("second", "admin")]) {
      for (const way of ["editor", "vote"] as const) {
        const offered = offeredActions(who, disputed, true, { disputes: way });
        expect(offered).toContain("concede");
        expect(offered).not.toContain("adjudicate");
        expect(offered).not.toContain("vote");
      }
    }
  });

  test("editors decide or vote, as the desk has it", () => {
    expect(offeredActions(editor, disputed, true, { disputes: "editor" })).toEqual([
      "adjudicate",
      "return",
    ]);
    expect(offeredActions(editor, disputed, true, { disputes: "vote" })).toEqual([
      "return",
      "vote",
    ]);
    expect(offeredActions(other, disputed, true, { disputes: "vote" })).toEqual([]);
    const recused = { ...disputed, recusedIds: ["editor"] };
    expect(offeredActions(editor, recused, true, { disputes: "vote" })).toEqual([]);
  });

  test("an admin who is not part of it gives it to one editor, where too few are free to vote", () => {
    const admin = person("admin", "admin");
    const offered = (who: Person, voters: number | null, disputes: "vote" | "editor" = "vote") =>
      offeredActions(who, disputed, true, { disputes, voters }).includes("settle_by_one");
    for (const few of [0, 1, 2]) expect(offered(admin, few)).toBe(true);
    expect(offered(admin, 3)).toBe(false);
    expect(offered(admin, null)).toBe(false);
    expect(offered(admin, 1, "editor")).toBe(false);
    expect(offered(editor, 1)).toBe(false);
    expect(offered(person("lead", "admin"), 1)).toBe(false);
    expect(offered(person("second", "admin"), 1)).toBe(false);
  });

  test("it is discussed by the two and the editors, while it is open", () => {
    expect([lead, second, editor].every((who) => mayDiscussDispute(who, disputed))).toBe(true);
    expect(mayDiscussDispute(other, disputed)).toBe(false);
    expect(mayDiscussDispute(editor, { ...disputed, recusedIds: ["editor"] })).toBe(false);
    expect(mayDiscussDispute(lead, claim("approved"))).toBe(false);
  });
});

test("a review is handed over by who leads it or edits, and the second verdict by whose it is", () => {
  const inReview = claim("in_review");
  expect(offeredActions(lead, inReview, false)).toContain("hand_over");
  expect(offeredActions(editor, inReview, false)).toContain("hand_over");
  expect(offeredActions(editor, { ...inReview, leadId: null }, false)).not.toContain("hand_over");
  expect(offeredActions(other, inReview, false)).toEqual([]);
  // A second reviewer of an earlier round has decided on nothing of this one.
  expect(offeredActions(second, inReview, true)).toEqual(["hand_over_second"]);
  expect(offeredActions(lead, claim("second_review"), false)).toEqual([]);
});

test("an offered claim is taken by who has no part in it and no conflict", () => {
  const inReview = claim("in_review");
  expect([lead, second, other, editor, reader].map((one) => mayTakeOver(one, inReview))).toEqual([
    ...[false, false, true, true, false],
  ]);
  expect(mayTakeOver(other, { ...inReview, recusedIds: ["other"] })).toBe(false);
  expect(mayTakeOver(other, claim("second_review"))).toBe(false);
});

test("what readers have seen can be retracted at any step of its correction, and nothing else can", () => {
  for (const state of ["in_review", "second_review", "disputed", "approved"] as const) {
    const published = { ...claim(state), publishedAt: "2024-02-05T10:00:00Z" };
    expect(offeredActions(editor, published, false)).toContain("retract");
    expect(offeredActions(lead, published, false)).not.toContain("retract");
    expect(offeredActions(editor, claim(state), false)).not.toContain("retract");
  }
});
