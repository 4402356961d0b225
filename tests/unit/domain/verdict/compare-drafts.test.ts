import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  compareDrafts,
  compareWords,
  hasChanges,
  nameChanges,
  type TextPiece,
} from "~/domain/verdict/compare-drafts";
import type { RichText } from "~/domain/verdict/rich-text";
import type { ReviewDraft } from "~/domain/verdict/verdict";

import { evidence } from "../../../support/drafts";
import { draft } from "../../collab/draft-arbitrary";

const side = (pieces: readonly TextPiece[], without: TextPiece["kind"]) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

const empty: ReviewDraft = { rating: null, summary: "", rationale: [], evidence: [] };
const paragraphs = (...texts: string[]): RichText =>
  texts.map((text) => ({ type: "paragraph", runs: [{ text }] }));

describe("words", () => {
  it("that stayed and went are the earlier text, those that stayed and came the later one", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "b", " ", "é", "\n", "😀", "."),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (from, to) => {
        const pieces = compareWords(from, to);
        expect(side(pieces, "added")).toBe(from);
        expect(side(pieces, "removed")).toBe(to);
      }),
    );
  });

  it("are marked whole, not by letter", () => {
    expect(compareWords("It fell by 12 percent.", "It fell by 21 percent.")).toEqual([
      { kind: "same", text: "It fell by " },
      { kind: "removed", text: "12" },
      { kind: "added", text: "21" },
      { kind: "same", text: " percent." },
    ]);
  });

  it("next to each other that are others are one piece", () => {
    expect(compareWords("The minutes say so.", "Nobody knows.")).toEqual([
      { kind: "removed", text: "The minutes say so" },
      { kind: "added", text: "Nobody knows" },
      { kind: "same", text: "." },
    ]);
  });

  it("of two long texts that have nothing in common are compared in bounded time", () => {
    const long = (word: string) =>
      Array.from({ length: 30_000 }, (_, i) => `${word}${i}`).join(" ");
    const pieces = compareWords(long("a"), long("b"));
    expect(pieces.map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});

describe("two versions", () => {
  it("that are the same have no changes", () => {
    fc.assert(
      fc.property(draft, (one) => {
        expect(hasChanges(compareDrafts(one, structuredClone(one)))).toBe(false);
      }),
    );
  });

  it("show a paragraph between two others as the one that came", () => {
    const from = { ...empty, rationale: paragraphs("One.", "Three.") };
    const to = { ...empty, rationale: paragraphs("One.", "Two.", "Three.") };
    const { rationale } = compareDrafts(from, to);
    expect(rationale?.map(({ kind }) => kind)).toEqual(["same", "added", "same"]);
  });

  it("show a paragraph with one word changed as changed, word by word", () => {
    const from = { ...empty, rationale: paragraphs("It fell by 12 percent.") };
    const to = { ...empty, rationale: paragraphs("It fell by 21 percent.") };
    expect(compareDrafts(from, to).rationale).toMatchObject([{ kind: "changed" }]);
  });

  it("differ when only a link or the look of a paragraph does", () => {
    const linked = (href: string): RichText => [
      { type: "paragraph", runs: [{ text: "Source", href }] },
    ];
    const from = { ...empty, rationale: linked("https://a.example/") };
    const to = { ...empty, rationale: linked("https://b.example/") };
    expect(compareDrafts(from, to).rationale).not.toBeNull();
  });

  it("say a footnote by its number in each of them, and do not differ because sources moved", () => {
    const noted = (words: string, id: string): RichText => [
      { type: "paragraph", runs: [{ text: words }, { footnote: id }] },
    ];
    const [a, b] = [evidence({ id: "a" }), evidence({ id: "b" })];
    const from = { ...empty, rationale: noted("So it was.", "b"), evidence: [a, b] };
    expect(compareDrafts(from, { ...from, evidence: [b, a] }).rationale).toBeNull();
    const others = compareDrafts(from, { ...from, rationale: noted("So it is.", "gone") });
    const pieces = others.rationale?.flatMap((change) => change.pieces) ?? [];
    expect(side(pieces, "added")).toBe("So it was.[2]");
    expect(side(pieces, "removed")).toBe("So it is.[source was removed]");
  });

  it("compare a table row by row", () => {
    const table = (...rows: string[][]): RichText => [
      {
        type: "table",
        rows: rows.map((row) =>
          row.map((text) => ({ blocks: [{ type: "paragraph", runs: [{ text }] }] })),
        ),
      },
    ];
    const from = { ...empty, rationale: table(["Year", "Votes"], ["2023", "12"]) };
    const to = { ...empty, rationale: table(["Year", "Votes"], ["2023", "31"], ["2024", "9"]) };
    const { rationale } = compareDrafts(from, to);
    expect(rationale?.map(({ kind }) => kind)).toEqual(["same", "changed", "added"]);
    expect(rationale?.[2]?.pieces).toEqual([{ kind: "added", text: "2024 | 9" }]);
  });

  it("tell sources that came, went, changed, and moved", () => {
    const source = (id: string, title: string) => ({
      id,
      title,
      url: "",
      publisher: "",
      publishedOn: "",
      stance: "refutes" as const,
      sourceType: "primary" as const,
      excerpt: "",
      locator: "",
      note: "",
      accessedOn: "",
    });
    const [a, b, c] = [source("a", "A"), source("b", "B"), source("c", "C")];
    const from = { ...empty, evidence: [a, b] };
    const changes = compareDrafts(from, { ...empty, evidence: [{ ...b, note: "Yes" }, c] });
    expect(changes.evidence.map(({ kind, title }) => [kind, title])).toEqual([
      ["removed", "A"],
      ["changed", "B"],
      ["added", "C"],
    ]);
    expect(nameChanges(changes)).toBe("3 sources");
    const moved = compareDrafts(from, { ...empty, evidence: [b, a] });
    expect(moved).toMatchObject({ evidence: [], evidenceMoved: true });
    expect(nameChanges(moved)).toBe("order of sources");
  });
});
