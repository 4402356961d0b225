import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { checkExcerpt } from "~/domain/evidence/excerpt-check";

const text = `The council met on Monday.

It said: “The bridge — all of it — costs 31 million euros, and not a cent more.” Nobody objected.
The mayor, who had asked for the vote, left before it was taken.`;

const shown = (excerpt: string, page = text) => {
  const check = checkExcerpt(page, excerpt);
  return check.kind === "missing" ? null : page.slice(check.start, check.end);
};

describe("an excerpt", () => {
  it.each([
    ["costs 31 million euros", "costs 31 million euros"],
    ["Monday. It said:", "Monday.\n\nIt said:"],
    ['"the bridge - all of it - costs', "“The bridge — all of it — costs"],
    ["cos\u00adts 31\u00a0million", "costs 31 million"],
    ["The council met […] Nobody objected.", text.slice(0, text.indexOf("\nThe mayor"))],
    ["The mayor ... left", "The mayor, who had asked for the vote, left"],
  ])("%j is found", (excerpt, found) => {
    expect(checkExcerpt(text, excerpt).kind).toBe("found");
    expect(shown(excerpt)).toBe(found);
  });

  it("that says something else by a little is found with changes", () => {
    const check = checkExcerpt(text, "The bridge costs 81 million euros and not a cent more");
    expect(check.kind).toBe("changed");
    const one = checkExcerpt(text, "costs 13 million euros, and not a cent more");
    expect(one).toMatchObject({ kind: "changed" });
    expect(one.kind === "changed" && one.share).toBeCloseTo(1 - 2 / 43, 2);
    expect(shown("costs 13 million euros, and not a cent more")).toBe(
      "costs 31 million euros, and not a cent more",
    );
  });

  it.each([
    "The council was dissolved by the king in 1823.",
    "",
    " […] ",
    "euros 31",
    // The parts are there, in the other order.
    "Nobody objected. […] The council met",
  ])("%j is not", (excerpt) => expect(checkExcerpt(text, excerpt)).toEqual({ kind: "missing" }));

  it("of several thousand letters is found, changed or not", () => {
    const long = Array.from({ length: 400 }, (_, n) => `Sentence ${n} of the report. `).join("");
    const page = `Before. ${long} After.`;
    expect(checkExcerpt(page, long)).toMatchObject({ kind: "found", start: 8 });
    const changed = long.replace("Sentence 200", "Sentence CC").replace("Sentence 3 ", "Word 3 ");
    expect(checkExcerpt(page, changed)).toMatchObject({ kind: "changed" });
  });

  it("that is any part of any text is found where it stands", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
        fc.nat(),
        fc.nat(),
        (raw, from, length) => {
          const page = raw.normalize("NFC").replaceAll(/[….]/g, "x");
          const start = from % page.length;
          const part = page.slice(start, start + 1 + (length % page.length));
          const check = checkExcerpt(page, part);
          // What is nothing but white space or a break without width is no excerpt.
          if (part.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/g, "") === "") return;
          expect(check.kind).toBe("found");
          if (check.kind !== "missing") expect(check.end).toBeGreaterThan(check.start);
        },
      ),
    );
  });
});
