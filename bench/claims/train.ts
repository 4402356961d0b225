import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { format } from "prettier";

import { packModel, unpackModel } from "~/domain/claim/score/codec";
import { scoreWith } from "~/domain/claim/score/score";

import { fitConfidence } from "./confidence-training";
import { averagePrecision, f1At } from "./measures";
import { deskExamples, effectOfDesk } from "./desk-training";
import { readDebates } from "./read-data";
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

const weights = fitConfidence(data);
await writeModule(
  "match/trained-confidence.ts",
  `/** The intercept, then a weight for each of \`likenessNames\`. ${origin} */
export const confidenceWeights: readonly number[] = ${JSON.stringify(weights)};
`,
);
console.log(`Wrote the ${weights.length} weights of the confidence in a match.`);
