import { evidenceLines } from "~/domain/evidence/field-words";
import { noSourcing } from "~/domain/evidence/sourcing";
import { sourcingFieldWords } from "~/domain/evidence/sourcing-words";
import { ratingScale } from "~/domain/verdict/rating";

import type { KeptEdits } from "./kept-edits";

const wordsOf = new Map<string, string>(Object.entries(sourcingFieldWords));

/** Kept edits as plain text, whole, to be copied or put into a file. */
export function keptText({ wanted, paragraphs, comments }: KeptEdits): string {
  const parts: [title: string, lines: string[]][] = [
    ["Rating", wanted.rating === null ? [] : [ratingScale[wanted.rating].label]],
    ["Verdict in one sentence", wanted.summary === "" ? [] : [wanted.summary]],
    ["Rationale", paragraphs.filter((text) => text.trim() !== "")],
    ["Evidence", wanted.evidence.map((item) => evidenceLines(item).join("\n"))],
    [
      "What is said of the sources",
      Object.entries(wanted.sourcing ?? noSourcing)
        .filter(([, words]) => words !== "")
        .map(([field, words]) => `${wordsOf.get(field) ?? field}: ${words}`),
    ],
    ["Comments that were not sent", comments.map(({ words }) => words)],
  ];
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title.toUpperCase()}\n\n${lines.join("\n\n")}\n`)
    .join("\n");
}
