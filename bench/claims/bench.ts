import { mkdirSync, writeFileSync } from "node:fs";

import { matchRows } from "./match-bench";
import { dataDirectory } from "./read-data";
import { scoreRows } from "./score-bench";
import { seedRows } from "./seed-bench";
import { printTable } from "./table";
import { costRows, textRows } from "./text-bench";

const data = dataDirectory();
const results = {
  "Check-worthiness": scoreRows(data),
  "Checked before": matchRows(data),
  "Sentences and speakers": textRows(data),
  "The seed article": seedRows(data),
  Cost: costRows(),
};
for (const [title, rows] of Object.entries(results)) printTable(title, rows);

mkdirSync("bench/results", { recursive: true });
writeFileSync("bench/results/claims.json", `${JSON.stringify(results, null, 2)}\n`);
