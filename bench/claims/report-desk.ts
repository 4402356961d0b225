import { parseArgs } from "node:util";

import type { DeskFile } from "./desk-labels";
import { readDeskLabels } from "./desk-labels";
import { enoughToMeasure, type effectOfDesk, type Quality } from "./desk-training";

/** The directory after `--data`, and what the file after `--desk` holds; null without one. Throws what is wrong. */
export function trainingArguments(): { data: string; desk: DeskFile | null } {
  const { values } = parseArgs({ options: { data: { type: "string" }, desk: { type: "string" } } });
  if (values.data === undefined) throw new Error("Say where the data is: --data DIR");
  if (values.desk === undefined) return { data: values.data, desk: null };
  const desk = readDeskLabels(values.desk);
  for (const { line, why } of desk.faults) {
    console.error(`${values.desk}, line ${line}: ${why}; skipped.`);
  }
  return { data: values.data, desk };
}

/** Prints how much of the file is used. */
export function reportDesk({ labels, rows, foreign }: DeskFile): void {
  const worth = labels.filter(({ label }) => label === 1).length;
  console.log(
    `The desk's file has ${rows} rows, and in them judgements of ${labels.length} places:`,
  );
  console.log(
    `  ${worth} worth a check, ${labels.length - worth} not; ${foreign} more not English`,
  );
}

/** Prints what the labels changed, or why that was not measured. */
export function reportEffect(labels: number, effect: ReturnType<typeof effectOfDesk>): void {
  if (effect) {
    console.log(
      `On the desk's ${effect.heldOut} newest judgements, after learning from ${effect.trained} older ones:`,
    );
    console.log(`  debates alone ${shown(effect.before)}; with the desk ${shown(effect.after)}`);
    return;
  }
  console.log(
    labels < enoughToMeasure
      ? `  too few to measure what they change: that takes ${enoughToMeasure}`
      : "  not measured: the newest articles, or the others, have judgements of only one kind",
  );
}

const shown = ({ averagePrecision, f1 }: Quality): string =>
  `average precision ${averagePrecision.toFixed(3)}, F1 ${f1.toFixed(3)}`;
