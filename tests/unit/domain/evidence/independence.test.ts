import { expect, test } from "vitest";

import {
  cardsInCycles,
  derivationWords,
  readDerivation,
  wouldCycle,
} from "~/domain/evidence/derivation";
import type { Evidence } from "~/domain/evidence/evidence";
import { independenceOf } from "~/domain/evidence/independence";
import {
  groupWords,
  independenceHeadline,
  stanceWords,
} from "~/domain/evidence/independence-words";
import { sourcingChecks } from "~/domain/evidence/sourcing-checks";

import { evidence, sourcing } from "../../../support/drafts";

const card = (id: string, more: Partial<Evidence> = {}) =>
  evidence({ id, title: id, url: `https://${id}.example/`, publisher: `Paper ${id}`, ...more });
const count = (...cards: Evidence[]) => independenceOf(cards).groups.length;

test("five papers that repeat one agency count once", () => {
  const papers = ["a", "b", "c", "d", "e"].map((id) => card(id, { derivedFrom: "origin:DPA" }));
  expect(count(...papers)).toBe(1);
  expect(count(...papers, card("f"))).toBe(2);
  expect(count(...papers, card("g", { publisher: "dpa " }))).toBe(1);
});

test("a chain goes back to one source, also over one that was removed", () => {
  const chain = [
    card("a"),
    card("b", { derivedFrom: "card:a" }),
    card("c", { derivedFrom: "card:b" }),
  ];
  expect(count(...chain)).toBe(1);
  expect(
    count(card("b", { derivedFrom: "card:gone" }), card("c", { derivedFrom: "card:gone" })),
  ).toBe(1);
});

test.each([
  ["one publisher", { publisher: "Ｔhe  Paper" }, { publisher: "the paper" }, 1],
  ["one site", { url: "https://news.bbc.co.uk/1" }, { url: "https://www.bbc.co.uk/2" }, 1],
  ["two sites of one suffix", { url: "https://a.co.uk/" }, { url: "https://b.co.uk/" }, 2],
  [
    "two blogs of one platform",
    { url: "https://a.github.io/" },
    { url: "https://b.github.io/" },
    2,
  ],
  ["one machine by its number", { url: "http://192.0.2.1/a" }, { url: "http://192.0.2.1/b" }, 1],
  ["no address and no publisher", { url: "", publisher: "" }, { url: "", publisher: "" }, 2],
])("%s", (_what, one, other, expected) => {
  expect(count(card("x", one), card("y", other))).toBe(expected);
});

test("it says in words how many, for and against, and why some count as one", () => {
  const found = independenceOf([
    card("a", { stance: "supports" }),
    card("b", { stance: "refutes", derivedFrom: "card:a" }),
    card("c", { stance: "refutes", sourceType: "expert" }),
  ]);
  expect(independenceHeadline(found)).toBe("Two independent sources in 3 cards");
  expect(stanceWords(found)).toBe("One for the claim, two against it.");
  expect(found.byType).toMatchObject({ primary: 2, expert: 1 });
  expect(groupWords(found.groups[0] ?? { numbers: [], titles: [], shared: [], stances: [] })).toBe(
    "Sources 1, 2 count as one: each goes back to “a”.",
  );
  expect(independenceHeadline(independenceOf([]))).toBe("No source yet");
});

test("what would derive from itself is refused, over any number of cards", () => {
  const chain = [
    card("a"),
    card("b", { derivedFrom: "card:a" }),
    card("c", { derivedFrom: "card:b" }),
  ];
  expect(wouldCycle(chain, "a", "c")).toBe(true);
  expect(wouldCycle(chain, "a", "a")).toBe(true);
  expect(wouldCycle(chain, "c", "a")).toBe(false);
  const circle = [
    card("a", { derivedFrom: "card:c" }),
    ...chain.slice(1),
    card("d", { derivedFrom: "card:a" }),
  ];
  expect(cardsInCycles(circle).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(count(...circle)).toBe(1);
});

test("a derivation is read as a card or a name, and as nothing else", () => {
  expect(readDerivation("card:a")).toEqual({ kind: "card", id: "a" });
  expect(readDerivation("origin: DPA")).toEqual({ kind: "origin", name: "DPA" });
  for (const line of ["", "origin:", "card: ", "javascript:alert(1)", "DPA"]) {
    expect(readDerivation(line)).toBeNull();
  }
  const list = [card("a"), card("b", { derivedFrom: "card:a" })];
  expect(derivationWords(list[1] ?? card("b"), list)).toBe("source 1, a");
});

test("a report needs two sources or a reason, and a look for the other side that says who and what", () => {
  const met = (...args: Parameters<typeof sourcingChecks>) =>
    sourcingChecks(...args).map((one) => one.met);
  expect(met([card("a")], undefined)).toEqual([false, false]);
  expect(met([card("a")], sourcing())).toEqual([true, true]);
  expect(met([card("a"), card("b")], sourcing({ singleSource: "" }))).toEqual([true, true]);
  expect(met([], sourcing())).toEqual([false, true]);
  for (const field of ["otherSide", "otherSideWords", "otherSideBy"] as const) {
    expect(met([card("a")], sourcing({ [field]: "" }))).toEqual([true, false]);
  }
});
