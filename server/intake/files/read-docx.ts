import { parseHTML } from "linkedom";
import mammoth from "mammoth";

import { characterCount, cleanLine, cleanText } from "~/domain/article/clean-text";
import { articleLimits } from "~/domain/article/draft";

import { fit, withoutBy } from "../page-metadata";
import { publishedDate } from "~/domain/calendar/published-date";
import type { ReadResult } from "../read-draft";
import { readPlain } from "../read-plain";
import { brokenDocx, emptyDocx, refuseFile } from "./problem";
import { unpackDocx } from "./unpack-docx";

/** Reads a Word document: its paragraphs as text, its title, author and date from its properties. */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  const unpacked = unpackDocx(bytes);
  if (!unpacked.ok) return refuseFile(unpacked.error);
  const { repacked, core } = unpacked.value;
  let text: string;
  try {
    const read = await mammoth.extractRawText({ buffer: Buffer.from(repacked) });
    text = cleanText(read.value);
  } catch {
    return refuseFile(brokenDocx);
  }
  if (characterCount(text) === 0) return refuseFile(emptyDocx);
  const draft = readPlain(text);
  if (!draft.ok || core === null) return draft;
  const property = properties(core);
  return {
    ok: true,
    value: {
      ...draft.value,
      title: fit(property("title"), articleLimits.title) ?? draft.value.title,
      byline: fit(withoutBy(property("creator")), articleLimits.name),
      publishedOn: publishedDate(property("created") ?? property("modified") ?? ""),
    },
  };
}

/** What a document says about itself. Prefixes are dropped, because writers differ in them. */
function properties(core: string): (name: string) => string | null {
  const { document } = parseHTML(
    `<html><body>${core.replace(/<(\/?)\w+:/g, "<$1x-")}</body></html>`,
  );
  return (name) => cleanLine(document.querySelector(`x-${name}`)?.textContent ?? "") || null;
}
