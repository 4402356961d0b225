import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { withSecondOpinion, type ReadLine } from "~/domain/article/second-opinion";

const prose = (number: number): string =>
  `In paragraph ${number} the council told its ${number} members, after a debate of ${number} hours, that budget ${number} was approved by most of them.`;
const line = (text: string, linked = 0): ReadLine => ({ text, linked });
const kept = (lines: readonly ReadLine[], second: string): string[] => {
  const stays = withSecondOpinion(lines, second);
  return lines.filter((_, index) => stays[index]).map(({ text }) => text);
};
const article = [1, 2, 3, 4].map(prose);

describe("a second opinion", () => {
  it("takes away what only the first reader has", () => {
    const lines = ["Log in to comment here", ...article, "Ten more stories for you today"].map(
      (text) => line(text),
    );
    expect(kept(lines, article.join("\n\n"))).toEqual(article);
  });

  it("is of one mind with a line when it has half of its runs of four words", () => {
    const half = "one two three four five six seven eight nine";
    const lines = [...article, half].map((text) => line(text));
    const second = (words: string) => `${article.join(" ")} | ${words}`;
    expect(kept(lines, second("one two three four five six"))).toContain(half);
    expect(kept(lines, second("one two three four five"))).not.toContain(half);
  });

  it("has short lines by their words in one piece, without the number of an item", () => {
    const lines = [...article, "What follows", "2. Next steps", "Log in"].map((text) => line(text));
    const second = `${article.join("\n")}\nWHAT FOLLOWS\nnext steps\nlog out of in`;
    expect(kept(lines, second)).toEqual([...article, "What follows", "2. Next steps"]);
  });

  it("does not take a paragraph out of the middle", () => {
    const lines = article.map((text) => line(text));
    expect(kept(lines, [article[0], article[3]].join("\n"))).toEqual(article);
  });

  it("does not make a short or linked line of the middle into a paragraph", () => {
    const links = line(prose(9), 0.8);
    const lines = [line(prose(1)), line("Read more."), links, line(prose(2))];
    expect(kept(lines, `${prose(1)}\n${prose(2)}`)).toEqual([prose(1), prose(2)]);
  });

  it("does not make a caption or an invitation of the middle into a paragraph", () => {
    const caption =
      "The mayor speaks to members of the council in the old hall of the town on the evening of the vote (Ann Lee/AFP).";
    const invitation =
      "Sign up for our newsletter, in which we tell you each morning what the council did and what it means for the town.";
    const lines = [prose(1), caption, invitation, prose(2)].map((text) => line(text));
    expect(kept(lines, `${prose(1)}\n${prose(2)}`)).toEqual([prose(1), prose(2)]);
  });

  it("does not cut the article where the second reader stopped early", () => {
    const long = [1, 2, 3, 4, 5, 6].map(prose);
    const lines = [...long, "Share this"].map((text) => line(text));
    expect(kept(lines, [prose(1), prose(2)].join("\n"))).toEqual(long);
  });

  it("has no say when it read something else", () => {
    const lines = [...article, "Share this"].map((text) => line(text));
    for (const second of ["", "Nothing of that", prose(1).slice(0, 40)]) {
      expect(kept(lines, second)).toEqual(lines.map(({ text }) => text));
    }
  });

  it("counts words in any script", () => {
    const lines = [
      line("Совет одобрил бюджет после долгих споров, сказал мэр."),
      line("Подпишитесь на нашу рассылку новостей прямо сейчас"),
    ];
    expect(kept(lines, "совет одобрил бюджет после долгих споров, сказал мэр")).toHaveLength(1);
  });

  it("keeps everything when both readers agree, and always something", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1 })),
        fc.string(),
        (texts, other) => {
          const lines = texts.map((text) => line(text));
          expect(withSecondOpinion(lines, other)).toHaveLength(lines.length);
          if (lines.length > 0) expect(withSecondOpinion(lines, other)).toContain(true);
          const words = lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
          expect(kept(words, texts.join(" \n "))).toEqual(words.map(({ text }) => text));
        },
      ),
    );
  });
});
