import { expect, test } from "vitest";

import { civilDate, resolveDates } from "~/domain/claim/relative-dates";

test.each([
  ["He left on Monday.", "He left on Monday 5 February 2024."],
  ["He left on Friday.", "He left on Friday 2 February 2024."],
  ["He will leave on Friday.", "He will leave on Friday 9 February 2024."],
  ["He left yesterday.", "He left on 4 February 2024."],
  ["He left last month.", "He left in January 2024."],
  ["He left last year.", "He left in 2023."],
  ["He will decide by Friday.", "He will decide by Friday 9 February 2024."],
  ["It opened in September.", "It opened in September 2023."],
  ["It opened in January.", "It opened in January 2024."],
  ["It will open in January.", "It will open in January 2025."],
  ["It opened in January 2020.", "It opened in January 2020."],
  ["He left last week.", "He left in the week of 29 January 2024."],
  ["He left earlier this week.", "He left earlier in the week of 5 February 2024."],
  ["He left two years ago.", "He left two years before 5 February 2024."],
  ["He left three days ago.", "He left on 2 February 2024."],
  ["They tried years ago.", "They tried years before 5 February 2024."],
  ["He left several months ago.", "He left several months before 5 February 2024."],
  ["He told the Sunday Mirror so.", "He told the Sunday Mirror so."],
  ["He left last night.", "He left on the night of 4 February 2024."],
  ["He left on Friday morning.", "He left on Friday (2 February 2024) morning."],
  ["They said prices would fall in October.", "They said prices would fall in October 2023."],
  ["He recently left.", "He recently (as of 5 February 2024) left."],
  ["It currently has 3 seats.", "It currently (as of 5 February 2024) has 3 seats."],
])("%s", (statement, resolved) => {
  expect(resolveDates(statement, "2024-02-05")).toEqual({ statement: resolved, notes: [] });
});

test("what the date cannot settle is noted", () => {
  expect(resolveDates("He left last summer.", "2024-02-05").notes).toEqual([
    "when “last summer” is",
  ]);
  expect(resolveDates("He left on Monday.", null)).toEqual({
    statement: "He left on Monday.",
    notes: ["when “Monday” is"],
  });
  expect(resolveDates("It may rain in Kiev.", null).notes).toEqual([]);
});

test("words in quotation marks stay", () => {
  expect(resolveDates("He said: “I left on Monday”.", "2024-02-05")).toEqual({
    statement: "He said: “I left on Monday”.",
    notes: ["when “Monday” is"],
  });
});

test("a day that does not exist is no date", () => {
  expect(civilDate("2024-02-30")).toBeNull();
  expect(civilDate("5 May")).toBeNull();
  expect(civilDate("2024-02-29")).not.toBeNull();
});
