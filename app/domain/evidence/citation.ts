import { safeLink } from "../verdict/safe-link";
import { derivationWords } from "./derivation";
import type { Evidence } from "./evidence";

/** Where a source stands on the public page of its verdict. It follows from the card, so it stays when cards move. */
export const evidenceElementId = (id: string): string => `evidence-${encodeURIComponent(id)}`;

/** The lasting address of a source. `page` is that of its verdict. */
export const evidenceAddress = (page: string, id: string): string =>
  `${page}#${encodeURIComponent(evidenceElementId(id))}`;

type CslDate = { "date-parts": [number[]] };

/** A source as CSL-JSON has it (citationstyles.org, schema 1.0.2), as far as something is known of it. */
export interface CslItem {
  id: string;
  type: "webpage" | "document" | "dataset";
  title: string;
  author?: { literal: string }[];
  publisher?: string;
  URL?: string;
  issued?: CslDate;
  accessed?: CslDate;
  note?: string;
}

/**
 * The sources of verdicts as CSL-JSON, each once by its id. Notes tell where in the source, what it is derived from, and
 * its lasting address here.
 */
export function citationsOf(
  verdicts: readonly { page: string; evidence: readonly Evidence[] }[],
): CslItem[] {
  const items = verdicts.flatMap(({ page, evidence }) =>
    evidence.map((item) => cslItem(item, evidence, evidenceAddress(page, item.id))),
  );
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

function cslItem(item: Evidence, all: readonly Evidence[], address: string): CslItem {
  const { id, title, url, publisher, publishedOn, accessedOn, locator, author = "" } = item;
  const link = safeLink(url);
  const [issued, accessed] = [dateOf(publishedOn), dateOf(accessedOn)];
  const derived = derivationWords(item, all);
  const note = [locator, derived === null ? "" : `Derived from ${derived}`, address];
  return {
    id,
    type:
      item.sourceType === "own_measurement" ? "dataset" : link === null ? "document" : "webpage",
    title,
    ...(author !== "" && { author: [{ literal: author }] }),
    ...(publisher !== "" && { publisher }),
    ...(link !== null && { URL: link }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    note: note.filter((part) => part !== "").join(". "),
  };
}

function dateOf(civil: string): CslDate | null {
  const parts = civil.split("-").map(Number);
  return parts.length === 3 && parts.every(Number.isInteger) ? { "date-parts": [parts] } : null;
}
