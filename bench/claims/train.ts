import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { format } from "prettier";

import { packModel, unpackModel } from "~/domain/claim/score/codec";
import { scoreWith } from "~/domain/claim/score/score";

import { allTrials, fitConfidence, indexOf } from "./confidence-training";
import { averagePrecision, f1At } from "./measures";
import { deskExamples, effectOfDesk } from "./desk-training";
import { choicesOf, crossValidated, fitRanking } from "./ranking-training";
import { readDebates, readKnownClaims, readQueries } from "./read-data";
import { reportDesk, reportEffect, trainingArguments } from "./report-desk";
import { calibrate, fitWeights, isWorth, marginsWith, toExamples } from "./score-training";

const origin = "Written by `npm run train:claims`; see docs/claims.md.";

/** Writes a module of the engine as Prettier would have it, so that two runs give the same bytes. */
async function writeModule(path: string, code: string): Promise<void> {
  const target = fileURLToPath(new URL(`../../app/domain/claim/${path}`, import.meta.url));
  writeFileSync(target, await format(code, { parser: "typescript", printWidth: 100 }));
}

/** Debates from this year on show how a model fares on later ones; the official split would flatter. */
const firstHeldOut = "2008";

const { data, desk } = trainingArguments();
if (desk) reportDesk(desk);
if (desk && desk.faults.length > 0) process.exitCode = 1;
const examples = toExamples(readDebates(data));
const earlier = examples.filter(({ sentence }) => sentence.debate < firstHeldOut);
const later = examples.filter(({ sentence }) => sentence.debate >= firstHeldOut);

const trial = fitWeights(earlier);
const calibration = calibrate(marginsWith(trial, later), later);
const relevant = later.map(isWorth);
const rounded = unpackModel(packModel({ ...trial, ...calibration }));
const scores = later.map(({ sentence }) => scoreWith(rounded, sentence.text));
console.log(
  `Trained on ${earlier.length} sentences before ${firstHeldOut}, seen on ${later.length} from then on:`,
);
console.log(
  `  average precision ${averagePrecision(relevant, scores).toFixed(3)}, F1 ${f1At(relevant, scores, 0.5).toFixed(3)}`,
);

if (desk) reportEffect(desk.labels.length, effectOfDesk(desk.labels, examples, calibration));
const all = [...examples, ...deskExamples(desk?.labels ?? [])];
const packed = packModel({ ...fitWeights(all), ...calibration });
await writeModule(
  "score/trained-model.ts",
  `import type { PackedModel } from "./codec";

/** ${origin} */
export const packedModel: PackedModel = ${JSON.stringify(packed)};
`,
);
console.log(
  `Wrote the model of all ${examples.length} sentences${desk ? ` and ${desk.labels.length} judgements of the desk` : ""}.`,
);

const checked = ["claimretrieval-2a", "claimretrieval-2b"].map((set) => {
  const claims = readKnownClaims(data, set);
  const queries = readQueries(data, set, "train");
  return { set, claims, queries, choices: choicesOf(indexOf(claims), queries) };
});
const choices = checked.flatMap((each) => each.choices);
const precisions = crossValidated(choices);
for (const { set, choices: own } of checked) {
  const seen = precisions.splice(0, own.length);
  const mean = seen.reduce((sum, value) => sum + value, 0) / Math.max(1, seen.length);
  console.log(`${set}, five folds of the training queries: MAP@5 ${mean.toFixed(3)}`);
}
const ranking = fitRanking(choices);
await writeModule(
  "match/trained-ranking.ts",
  `/** A weight for each of \`rankingNames\`. ${origin} */
export const rankingWeights: readonly number[] = ${JSON.stringify(ranking)};
`,
);
console.log(`Wrote the ${ranking.length} weights of the order of matches.`);

const confidence = fitConfidence(
  checked.flatMap(({ claims, queries }) => allTrials(claims, queries, ranking)),
);
await writeModule(
  "match/trained-confidence.ts",
  `/** The intercept, then a weight for each of \`likenessNames\`. ${origin} */
export const confidenceWeights: readonly number[] = ${JSON.stringify(confidence)};
`,
);
console.log(`Wrote the ${confidence.length} weights of the confidence in a match.`);
