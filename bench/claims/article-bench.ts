import { join } from "node:path";

import { splitArticle } from "~/domain/claim/split-article";

import { measureArticle } from "./article-measures";
import type { ArticleMeasures } from "./article-measures";
import { readGoldArticles } from "./gold-article";
import type { Row } from "./table";

/** The measures of every annotated article of a directory, by the article's id. */
export const measureDirectory = (directory: string): Map<string, ArticleMeasures> =>
  new Map(
    readGoldArticles(directory).map((gold) => [
      gold.meta.id,
      measureArticle(gold, splitArticle(gold.text, { publishedOn: gold.meta.date ?? null })),
    ]),
  );

/** The means over articles; an article without anything to measure does not count. */
export function meanRows(directory: string, title: string): Row[] {
  const all = [...measureDirectory(directory).values()];
  const names = Object.keys(all[0] ?? {});
  return names.map((name) => {
    const values = all.flatMap((measures) => measures[name] ?? []);
    const ours = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    return { measure: `${title}, ${name}`, ours, peers: {} };
  });
}

/** The annotated seed article. The rules were written with it in view: it shows that nothing broke, no more. */
export const seedRows = (data: string): Row[] => meanRows(join(data, "claims-gold"), "seed");

/** The measures of each article, side by side. */
export function printArticles(directory: string): void {
  for (const [id, measures] of measureDirectory(directory)) {
    const values = Object.entries(measures).map(
      ([name, value]) => `${name} ${value === null ? "-" : value.toFixed(2)}`,
    );
    console.log(`${id}\n    ${values.join(" | ")}`);
  }
}
