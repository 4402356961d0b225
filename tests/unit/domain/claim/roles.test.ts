import { expect, test } from "vitest";

import { blocksOf } from "~/domain/claim/blocks";
import { partsOf } from "~/domain/claim/roles";

function parts(text: string): [string, string][] {
  return partsOf(text, blocksOf(text)).map((part) => [part.role, text.slice(part.start, part.end)]);
}

const first = "The council approved the budget on Monday.";
const second = "Two members voted against it.";

test("names headline, summary, byline, date and body", () => {
  expect(
    parts(
      `Council approves budget\n\nTwo members vote no\n\nBy Ann Lee\n\n5 May 2024\n\n${first}\n\n${second}`,
    ),
  ).toEqual([
    ["headline", "Council approves budget"],
    ["standfirst", "Two members vote no"],
    ["byline", "By Ann Lee"],
    ["dateline", "5 May 2024"],
    ["body", first],
    ["body", second],
  ]);
});

test("a finished summary counts as one when the byline follows it", () => {
  expect(
    parts(`Budget passes\n\n${second}\n\nBy Ann Lee, Political Editor\n\n${first}`)[1],
  ).toEqual(["standfirst", second]);
});

test("cuts place and agency off the first sentence", () => {
  expect(parts(`Budget passes\n\nROME, May 5 (Reuters) - ${first}`).slice(1)).toEqual([
    ["dateline", "ROME, May 5 (Reuters) -"],
    ["body", first],
  ]);
  expect(parts(`Budget passes\n\nLONDON (AP) — ${first}`)[2]).toEqual(["body", first]);
});

test("cuts a place in its country off the first sentence", () => {
  expect(parts(`Budget passes\n\nLagos, Nigeria – ${first}`).slice(1)).toEqual([
    ["dateline", "Lagos, Nigeria –"],
    ["body", first],
  ]);
  expect(parts(`Budget passes\n\nAnn Lee, a member – the oldest – left.`)[1]?.[0]).toBe("body");
});

test("a first line that was cut off for want of room is the headline", () => {
  expect(parts(`Council approves the budget in spite of ...\n\n${first}\n\n${second}`)[0]).toEqual([
    "headline",
    "Council approves the budget in spite of ...",
  ]);
});

test("the agency behind the last sentence is no part of it", () => {
  expect(parts(`Budget passes\n\n${first}\n\n${second} (AP)`).slice(2)).toEqual([
    ["body", second],
    ["byline", "(AP)"],
  ]);
});

test("what a video shows above the text is a caption, and below it a sentence", () => {
  const shown = "Economist Ann Lee weighs in on how prices will rise this winter.";
  expect(parts(`Budget passes\n\n${shown}\n\n${first}\n\n${second}`)[1]?.[0]).toBe("caption");
  expect(parts(`Budget passes\n\n${first}\n\n${shown}\n\n${second}`)[2]?.[0]).toBe("body");
});

test("a link alone takes the titles under it along, but never a finished sentence", () => {
  expect(
    parts(`Budget passes\n\n${first}\nRead more\nMayor falls ill\n${second}`).slice(1),
  ).toEqual([
    ["body", first],
    ["cross_link", "Read more"],
    ["cross_link", "Mayor falls ill"],
    ["body", second],
  ]);
});

test.each([
  "Photo: Jane Doe/Getty Images",
  "A protester is seen in Rome on Monday. (AP Photo/Ann Lee)",
  "The mayor speaks during a press conference",
])("is a caption: %s", (line) => {
  expect(parts(`Budget passes\n\n${first}\n\n${line}\n\n${second}`)[2]).toEqual(["caption", line]);
});

test.each([
  "Sign up for our morning newsletter",
  "RELATED: Mayor falls ill",
  "The post Budget passes appeared first on Example News.",
  "Click here to read the budget.",
])("is a link: %s", (line) => {
  expect(parts(`Budget passes\n\n${first}\n\n${line}`)[2]).toEqual(["cross_link", line]);
});

test.each([
  "Read more slowly and you will learn more, the teacher said.",
  "Watch sales fell by 4% in June.",
  "By Monday the water had reached the town hall.",
  "Related companies paid no tax.",
  "The mayor poses for photographs with every visitor.",
])("is text: %s", (line) => {
  expect(parts(`Budget passes\n\n${first}\n\n${line}`)[2]).toEqual(["body", line]);
});

test("joins the lines of a hard-wrapped paragraph", () => {
  const wrapped =
    "The council approved the budget on Monday after a debate that\nlasted eleven hours and ended with applause.";
  expect(parts(`Budget passes\n\n${wrapped}`)[1]).toEqual(["body", wrapped]);
});

test("a text without a full stop is all body", () => {
  expect(parts("Kiev rejected the deal")).toEqual([["body", "Kiev rejected the deal"]]);
  expect(parts("one\n\ntwo").map(([role]) => role)).toEqual(["body", "body"]);
});

test("the line that is printed again is the headline, whatever stands above it", () => {
  const head = "Iran says the door is closed";
  expect(
    parts(`Foreign policy\n\n${head}\n\n${second}\n\n${head}\n\n${first}`).map(([role]) => role),
  ).toEqual(["headline", "headline", "standfirst", "headline", "body"]);
});

test("a finished summary counts as one when a place and an agency open the next paragraph", () => {
  expect(
    parts(`Budget passes\n\n${second}\n\nROME (AP) — ${first}\n\nIt is final.`).slice(1),
  ).toEqual([
    ["standfirst", second],
    ["dateline", "ROME (AP) —"],
    ["body", first],
    ["body", "It is final."],
  ]);
});

test("an agency alone, or a place and a colon, is cut off the first paragraph", () => {
  expect(parts(`Budget passes\n\n(Reuters) - ${first}`)[1]).toEqual(["dateline", "(Reuters) -"]);
  expect(parts(`Budget passes\n\nNew Delhi: ${first}\n\n${second}`).slice(1)).toEqual([
    ["dateline", "New Delhi:"],
    ["body", first],
    ["body", second],
  ]);
});

test("in a conversation a name and a colon say who speaks", () => {
  const talk = `Budget passes\n\nMayor Lee: ${first}\n\nBo Kim: ${second}`;
  expect(parts(talk).map(([role]) => role)).toEqual(["headline", "body", "body"]);
});

const rolesAround = (lines: string) =>
  parts(`Budget passes\n\n${first}\n\n${lines}\n\n${second}`)
    .slice(2, -1)
    .map(([role]) => role);

test.each([
  ["a question heads what answers it", "What was the scandal?", ["headline"]],
  ["a word and a colon head a list", "Developments:", ["headline"]],
  [
    "a paper asks for money",
    "Unlike some, we haven’t put up a paywall: our journalism takes time and money.",
    ["cross_link"],
  ],
  ["a paper asks to be written to", "We’d like to hear from you about the vote.", ["cross_link"]],
  [
    "another story has its kind before its title",
    "Analysis Why the party cannot agree on anything",
    ["cross_link"],
  ],
  ["a picture is told", "This graphic illustrates how the moon may have formed.", ["caption"]],
  [
    "a picture shows people doing something on a date",
    "Soldiers walk past a tank in Rostov-on-Don, southern Russia, on June 25, 2023.",
    ["caption"],
  ],
  [
    "a picture and a video have their words, and nothing to play them",
    "Media playback is unsupported on your device Media caption Ann Lee says she is not next\n\nImage copyright Reuters Image caption Women protest in Minsk",
    ["caption", "caption"],
  ],
  [
    "a picture opens in a gallery",
    "Lee told an empty hall that he would stay\nopen image in gallery\nLee told an empty hall that he would stay there",
    ["caption", "caption", "caption"],
  ],
  [
    "addresses stand behind the last full stop",
    "Banks have cut jobs. (https://reut.rs/2NIA ) (http://reut.rs/2nc )",
    ["body", "cross_link"],
  ],
  [
    "a post is set into the text",
    "Follow\n Opta ✔ @OptaJoe\n3 - Three wins were away.\n11:56 PM - 17 Apr 2017\n222 Retweets",
    ["cross_link", "cross_link", "cross_link", "cross_link", "cross_link"],
  ],
])("%s", (_, lines, roles) => {
  expect(rolesAround(lines)).toEqual(roles);
});

test.each([
  "He was arrested in Rostov-on-Don, southern Russia, on June 25, 2023.",
  "Analysis of the data shows that prices fell.",
  "What was said there “was not a threat”, she said.",
  "The minister said our journalism was at risk from the paywall of its rivals.",
])("is prose: %s", (line) => {
  expect(rolesAround(line)).toEqual(["body"]);
});

test("an agency is cut off also without a dash and a space", () => {
  expect(parts(`Budget passes\n\n(CNN)${first}`)[1]).toEqual(["dateline", "(CNN)"]);
});
