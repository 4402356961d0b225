import { describe, expect, it } from "vitest";

import { mentionAsked, namesLike, withMention } from "~/components/review/discussion/mention-query";

const people = ["Lena Fischer", "Edda Brandt", "Fred Lang"].map((name, id) => ({
  id: String(id),
  name,
}));
const names = (query: string) => namesLike(query, people).map(({ name }) => name);

describe("what is typed behind an @", () => {
  it("asks for people, at the beginning of a word and up to the caret", () => {
    expect(mentionAsked("Look, @Le there", 9)).toEqual({ start: 6, query: "Le" });
    expect(mentionAsked("@", 1)).toEqual({ start: 0, query: "" });
    expect(mentionAsked("(@Lena Fi", 9)).toEqual({ start: 1, query: "Lena Fi" });
    expect(mentionAsked("mail@example", 12)).toBeNull();
    expect(mentionAsked("@Lena\nnext", 10)).toBeNull();
    expect(mentionAsked("nobody", 6)).toBeNull();
  });

  it("finds whoever has a name that begins like it, in order", () => {
    expect(names("")).toEqual(["Edda Brandt", "Fred Lang", "Lena Fischer"]);
    expect(names("f")).toEqual(["Fred Lang", "Lena Fischer"]);
    expect(names("lena fi")).toEqual(["Lena Fischer"]);
    expect(names("na")).toEqual([]);
    expect(names("lena and then")).toEqual([]);
  });

  it("is not asked for again when the whole name stands there", () => {
    expect(names("Lena Fischer ")).toEqual([]);
  });

  it("is replaced by the name, with the caret behind it", () => {
    expect(withMention("Look, @Le there", { start: 6, query: "Le" }, "Lena Fischer")).toEqual({
      words: "Look, @Lena Fischer there",
      caret: 20,
    });
  });
});
