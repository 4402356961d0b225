import { readFileSync } from "node:fs";

import { cutSentences } from "~/domain/claim/sentences";
import { splitArticle } from "~/domain/claim/split-article";

import { readGoldenRules, readSegmented } from "./read-data";
import { rulesKept, spanF1 } from "./sentence-spans";
import type { Segmenter } from "./sentence-spans";
import type { Row } from "./table";

const ours: Segmenter = (text) =>
  cutSentences(text, { start: 0, end: text.length }).map(({ start, end }) =>
    text.slice(start, end),
  );
const unicode = new Intl.Segmenter("en", { granularity: "sentence" });
const plain: Segmenter = (text) => [...unicode.segment(text)].map((part) => part.segment);
const naive: Segmenter = (text) => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);

/** Sentence spans, and sentences that hand on somebody's words. */
export function textRows(data: string): Row[] {
  const spans = ["gum_news_wikinews", "gum_dev", "ewt_dev"].map((name): Row => {
    const texts = readSegmented(data, name);
    return {
      measure: `${name}, sentence spans, F1`,
      ours: spanF1(texts, ours).f1,
      peers: { "Intl.Segmenter": spanF1(texts, plain).f1, "one regex": spanF1(texts, naive).f1 },
    };
  });
  const rules = readGoldenRules(data);
  return [
    ...spans,
    {
      measure: `Golden Rules kept, of ${rules.length}`,
      ours: rulesKept(rules, ours),
      peers: { "Intl.Segmenter": rulesKept(rules, plain), "one regex": rulesKept(rules, naive) },
    },
    attribution(data, "all"),
    attribution(data, "not wholly quoted"),
  ];
}

/**
 * Quotation marks are the peer: a sentence with any counts as attributed. The annotation marks the sentence with the
 * reporting verb alone, so that sentences which lie wholly inside a quotation are all "errors" of whoever carries its
 * speaker on; the second row leaves them out.
 */
function attribution(data: string, which: "all" | "not wholly quoted"): Row {
  let both = 0;
  let either = 0;
  let peerBoth = 0;
  let peerEither = 0;
  for (const { paragraphs } of readSegmented(data, "gum_news_wikinews")) {
    const text = paragraphs.map((paragraph) => paragraph.sentences.join(" ")).join("\n\n");
    const found = new Map(splitArticle(text).sentences.map((each) => [each.text, each]));
    for (const { sentences, attribution: flags = [] } of paragraphs) {
      for (const [i, sentence] of sentences.entries()) {
        const said = found.get(sentence);
        if (said?.role !== "body") continue;
        if (which !== "all" && isInsideQuotation(text, said.start, said.text)) continue;
        const gold = flags[i] === 1;
        const quoted = /["“”]/.test(sentence);
        both += Number(gold && said.attributed);
        either += Number(gold) + Number(said.attributed);
        peerBoth += Number(gold && quoted);
        peerEither += Number(gold) + Number(quoted);
      }
    }
  }
  return {
    measure: `gum_news_wikinews, attributed sentences (${which}), F1`,
    ours: (2 * both) / Math.max(1, either),
    peers: { "quotation marks": (2 * peerBoth) / Math.max(1, peerEither) },
  };
}

/** Whether a sentence begins and ends between double quotation marks of its paragraph. */
function isInsideQuotation(text: string, start: number, sentence: string): boolean {
  const points = Array.from(text);
  const from = points.lastIndexOf("\n", start) + 1;
  const before = points.slice(from, start).filter((each) => /["“”]/.test(each)).length;
  const within = sentence.match(/["“”]/g)?.length ?? 0;
  const opens = before % 2 === 1 || /^["“]/.test(sentence);
  const closes = (before + within) % 2 === 1 || /["”]$/.test(sentence);
  return (
    opens && closes && within <= (/^["“]/.test(sentence) ? 1 : 0) + (/["”]$/.test(sentence) ? 1 : 0)
  );
}

/** Milliseconds for the seed article once warm, and how much longer ten times the text takes. */
export function costRows(): Row[] {
  const seed = readFileSync("seeds/conte-interview.txt", "utf8");
  for (let i = 0; i < 5; i += 1) splitArticle(seed);
  const times = [1, 20, 200].map((copies) => {
    const text = `${seed}\n\n`.repeat(copies);
    const before = performance.now();
    splitArticle(text);
    return performance.now() - before;
  });
  const [one = 0, twenty = 1, twoHundred = 0] = times;
  return [
    { measure: "seed article, milliseconds", ours: one, peers: {} },
    { measure: "ten times the text, times the time", ours: twoHundred / twenty, peers: {} },
  ];
}
