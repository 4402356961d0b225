import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import type { SocialCard } from "~/domain/report/social-card";
import { ratings, ratingScale } from "~/domain/verdict/rating";
import { drawCard, toneColors } from "~/web/social-image.server";
import { socialImage } from "~/web/social-image-answer.server";

import { naughtyStrings } from "../../support/naughty-strings";

const card = (changed: Partial<SocialCard> = {}): SocialCard => ({
  ...{ language: "en", title: "The bridge was rejected by 31 votes to 12", demo: false },
  ...{ ratings: [{ tone: "false", label: "False" }], from: "Said by the mayor · The Paper" },
  ...changed,
});

/** Width and height of a PNG, from its header. */
function sizeOf(png: Uint8Array): [number, number] {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  expect(bytes.subarray(12, 16).toString("latin1")).toBe("IHDR");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const hexOf = (png: Uint8Array) => Buffer.from(png).toString("hex");

test("each rating has a picture of its own, 1200 by 630 pixels, the same each time", async () => {
  const all = await Promise.all(
    ratings.map((tone) => drawCard(card({ ratings: [{ tone, label: ratingScale[tone].label }] }))),
  );
  for (const png of all) expect(sizeOf(png)).toEqual([1200, 630]);
  expect(new Set(all.map(hexOf)).size).toBe(ratings.length);
  expect(hexOf(await drawCard(card()))).toBe(hexOf(await drawCard(card())));
});

test("every script leaves something to be read", async () => {
  const empty = hexOf(await drawCard(card({ title: "" })));
  const titles = [
    "Мост отклонён",
    "Η γέφυρα",
    "पुल",
    "الجسر",
    "הגשר",
    "橋は拒否された",
    "สะพาน",
    "ድልድይ",
  ];
  const drawn = await Promise.all(titles.map((title) => drawCard(card({ title }))));
  expect(new Set([...drawn.map(hexOf), empty]).size).toBe(titles.length + 1);
});

test("whatever is written, it is drawn as words", async () => {
  const long = "a".repeat(300);
  for (const title of [
    ...naughtyStrings.filter((_, at) => at % 25 === 0),
    long,
    "<svg/onload=1>",
  ]) {
    expect(sizeOf(await drawCard(card({ title, from: title })))).toEqual([1200, 630]);
  }
});

test("the colours are those of the pages in light", () => {
  const css = readFileSync("app/styles/app.css", "utf8");
  for (const rating of ratings) {
    const name = `--verdict-${rating.replaceAll("_", "-")}`;
    const light = (part: string) =>
      new RegExp(`${name}${part}: light-dark\\((#[0-9a-f]{6})`).exec(css)?.[1];
    const { ink, soft, line } = toneColors[rating];
    expect([ink, soft, line]).toEqual([light(""), light("-soft"), light("-line")]);
  }
});

test("whoever has the picture already is told so, until it says something else", async () => {
  const ask = (given: SocialCard, tag?: string) =>
    socialImage(
      new Request(
        "http://desk.test/claims/a.png",
        tag ? { headers: { "If-None-Match": tag } } : {},
      ),
      given,
    );
  const first = await ask(card());
  expect(first.headers.get("Content-Type")).toBe("image/png");
  const tag = first.headers.get("ETag") ?? "";
  expect((await ask(card(), tag)).status).toBe(304);
  expect((await ask(card({ title: "The bridge was voted down" }), tag)).status).toBe(200);
});
