import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { meanRows, printArticles, seedRows } from "./article-bench";
import { matchRows } from "./match-bench";
import { scoreRows } from "./score-bench";
import { printTable } from "./table";
import { costRows, textRows } from "./text-bench";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    articles: { type: "string" },
    "means-only": { type: "boolean", default: false },
  },
});
const { data, articles } = values;
if (data === undefined && articles === undefined) {
  throw new Error("Say where the data is: --data DIR, --articles DIR or both");
}
const results = {
  ...(data === undefined
    ? {}
    : {
        "Check-worthiness": scoreRows(data),
        "Checked before": matchRows(data),
        "Sentences and speakers": textRows(data),
        "The seed article": seedRows(data),
        Cost: costRows(),
      }),
  ...(articles === undefined ? {} : { "Annotated articles": meanRows(articles, "mean") }),
};
if (articles !== undefined && !values["means-only"]) printArticles(articles);
for (const [title, rows] of Object.entries(results)) printTable(title, rows);

if (data !== undefined) {
  mkdirSync("bench/results", { recursive: true });
  writeFileSync("bench/results/claims.json", `${JSON.stringify(results, null, 2)}\n`);
}
