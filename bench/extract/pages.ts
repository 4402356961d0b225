import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import { z } from "zod";

import { decodePage } from "../../server/intake/decode-text";

/** A page with what a person says its article is. */
export interface TruePage {
  id: string;
  url: string | undefined;
  html: string;
  truth: string;
}

const groundTruth = z.record(
  z.string(),
  z.object({ articleBody: z.string().default(""), url: z.string().optional() }),
);

/** Reads a folder as the article-extraction-benchmark has it: ground-truth.json and html/ID.html, or ID.html.gz. */
export function truePages(folder: string): TruePage[] {
  const truths = groundTruth.parse(
    JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8")),
  );
  const known = new Set(readdirSync(join(folder, "html")));
  return Object.entries(truths).map(([id, { articleBody, url }]) => {
    const name = [`${id}.html.gz`, `${id}.html`].find((file) => known.has(file));
    const path = join(folder, "html", name ?? "");
    if (name === undefined || !existsSync(path)) throw new Error(`${folder} has no page ${id}`);
    const bytes = readFileSync(path);
    const html = decodePage(name.endsWith(".gz") ? gunzipSync(bytes) : bytes);
    return { id, url, html, truth: articleBody };
  });
}
