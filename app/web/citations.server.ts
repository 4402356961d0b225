import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";

import type { Ports } from "~/commands/ports";
import { citationsOf, type CslItem } from "~/domain/evidence/citation";

import { gone } from "./gone";

/** The sources of a published report; of a retracted verdict too, because others may have cited them. */
export async function reportCitations(ports: Ports, slug: string, publicUrl: string) {
  const report = await ports.reports.find(slug);
  if (!report) throw await gone(ports, "reports", slug);
  const items = citationsOf(
    report.verdicts.map((verdict) => ({
      page: `${publicUrl}/claims/${verdict.slug}`,
      evidence: verdict.content.evidence,
    })),
  );
  return { slug: report.slug, items };
}

/** As BibTeX, with the letters escaped that mean something to it. */
export const bibtex = (items: CslItem[]): string =>
  items.length === 0 ? "" : plugins.output.format("bibtex", items.map(oneLine));

/** Everything on one line: a line that begins with @ begins an entry for some readers. */
function oneLine(item: CslItem): CslItem {
  const clean = (text: string) => text.replace(/\s+/gu, " ").trim();
  // The library writes a name as it is, and an address too.
  const name = (text: string) =>
    clean(text.replace(/[{}\\~^]/gu, " ")).replace(/[%$#&_]/gu, String.raw`\$&`);
  return {
    ...item,
    ...(item.URL !== undefined && { URL: item.URL.replace(/[{}\\]/gu, encodeURIComponent) }),
    id: `source-${item.id.replace(/[^A-Za-z0-9-]+/gu, "-")}`,
    title: clean(item.title),
    ...(item.publisher !== undefined && { publisher: clean(item.publisher) }),
    ...(item.author && { author: item.author.map(({ literal }) => ({ literal: name(literal) })) }),
    ...(item.note !== undefined && { note: clean(item.note) }),
  };
}

/** A file to be kept and not shown, whatever is in it. */
export const citationFile = (body: string, type: string, slug: string, ending: string): Response =>
  new Response(body, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="sources-${slug.replace(/[^a-z0-9-]+/giu, "-").slice(0, 100)}.${ending}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "public, max-age=0, must-revalidate",
    },
  });
