import { packModel, unpackModel } from "~/domain/claim/score/codec";
import { scoreWith } from "~/domain/claim/score/score";

import { averagePrecision, f1At, meanAveragePrecision } from "./measures";
import { readDebates, readTranscripts } from "./read-data";
import { calibrate, fitWeights, isWorth, marginsWith, toExamples } from "./score-training";
import type { Example } from "./score-training";
import type { Row } from "./table";
import { TfIdfBaseline } from "./tfidf-baseline";

/**
 * Check-worthiness on debates later than those trained on, and on whole transcripts that a newsroom checked. The
 * transcripts' own labels are not trained on.
 */
export function scoreRows(data: string): Row[] {
  const examples = toExamples(readDebates(data));
  const earlier = examples.filter(({ sentence }) => sentence.debate < "2008");
  const later = examples.filter(({ sentence }) => sentence.debate >= "2008");
  const trial = fitWeights(earlier);
  const model = unpackModel(
    packModel({ ...trial, ...calibrate(marginsWith(trial, later), later) }),
  );
  const peer = new TfIdfBaseline(
    earlier.map(({ sentence }) => sentence.text),
    earlier.map(isWorth),
  );
  const texts = later.map(({ sentence }) => sentence.text);
  const relevant = later.map(isWorth);
  const scores = texts.map((text) => scoreWith(model, text));
  const peers = peer.margins(texts);
  const sets = ["ct19-task1", "ct20-task5"].map((set): Row => {
    const rows = readTranscripts(data, set);
    const margins = peer.margins(rows.map((row) => row.text));
    const ranked = (score: (i: number) => number) =>
      meanAveragePrecision(
        rows.map((row, i) => ({ doc: row.doc, relevant: row.y === 1, score: score(i) })),
      );
    return {
      measure: `${set}, MAP, transferred`,
      ours: ranked((i) => scoreWith(model, rows[i]?.text ?? "")),
      peers: { "TF-IDF": ranked((i) => margins[i] ?? 0), "document order": ranked((i) => -i) },
    };
  });
  return [
    {
      measure: "debates from 2008, average precision",
      ours: averagePrecision(relevant, scores),
      peers: { "TF-IDF": averagePrecision(relevant, peers) },
    },
    {
      measure: "debates from 2008, F1",
      ours: f1At(relevant, scores, 0.5),
      peers: { "TF-IDF": f1At(relevant, peers, 0) },
    },
    ...sets,
    ...laterDebates.flatMap(([from, to]) => rollingRows(examples, from, to)),
  ];
}

/** What was chosen was chosen on these: the model of all earlier debates on those of one period. */
const laterDebates = [
  ["1992", "2000"],
  ["2000", "2008"],
  ["2016", "2017"],
] as const;

function rollingRows(examples: readonly Example[], from: string, to: string): Row[] {
  const later = examples.filter(({ sentence: { debate } }) => debate >= from && debate < to);
  const trial = fitWeights(examples.filter(({ sentence }) => sentence.debate < from));
  const margins = marginsWith(trial, later);
  const { slope, shift } = calibrate(margins, later);
  const relevant = later.map(isWorth);
  const span = `debates from ${from} to before ${to}, trained on all earlier`;
  return [
    { measure: `${span}, average precision`, ours: averagePrecision(relevant, margins), peers: {} },
    {
      measure: `${span}, F1`,
      ours: f1At(
        relevant,
        margins.map((margin) => slope * margin + shift),
        0,
      ),
      peers: {},
    },
  ];
}
