import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { z } from "zod";

/** One sentence of a debate as ClaimBuster has it; `verdict` 1 is worth a check, 0 unimportant, -1 no fact. */
const debateSentence = z.object({
  text: z.string(),
  debate: z.string(),
  verdict: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
});
export type DebateSentence = z.infer<typeof debateSentence>;

const transcriptSentence = z.object({ doc: z.string(), text: z.string(), y: z.number() });
export type TranscriptSentence = z.infer<typeof transcriptSentence>;

const knownClaim = z.object({
  id: z.string(),
  claim: z.string(),
  title: z.string().optional(),
});
export type KnownClaim = z.infer<typeof knownClaim>;

const query = z.object({ id: z.string(), text: z.string(), gold: z.array(z.string()) });
export type Query = z.infer<typeof query>;

const segmented = z.object({
  doc: z.string(),
  paragraphs: z.array(
    z.object({
      block: z.string().optional(),
      sentences: z.array(z.string()),
      attribution: z.array(z.number()).optional(),
    }),
  ),
});
export type SegmentedText = z.infer<typeof segmented>;

const goldenRule = z.object({ text: z.string(), gold: z.array(z.string()) });

/** The directory after `--data`. */
export function dataDirectory(): string {
  const { values } = parseArgs({ options: { data: { type: "string" } } });
  if (values.data === undefined) throw new Error("Say where the data is: --data DIR");
  return values.data;
}

function linesOf<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

/** All of ClaimBuster, the crowd's part and the experts' part. */
export const readDebates = (data: string): DebateSentence[] => [
  ...linesOf(join(data, "claimbuster/dev/train.jsonl"), debateSentence),
  ...linesOf(join(data, "claimbuster/dev/gold1032.jsonl"), debateSentence),
];

/** Whole transcripts in which a newsroom checked a few sentences. */
export const readTranscripts = (data: string, set: string): TranscriptSentence[] =>
  linesOf(join(data, set, "dev/train.jsonl"), transcriptSentence);

/** Claims that were checked before. */
export const readKnownClaims = (data: string, set: string): KnownClaim[] =>
  linesOf(join(data, set, "dev/vclaims.jsonl"), knownClaim);

/** Posts that repeat a known claim; `part` is "train" or "dev". */
export const readQueries = (data: string, set: string, part: string): Query[] =>
  linesOf(join(data, set, `dev/queries_${part}.jsonl`), query);

/** Texts with the sentences that people found in them. */
export const readSegmented = (data: string, name: string): SegmentedText[] =>
  linesOf(join(data, "sentences/dev", `${name}.jsonl`), segmented);

/** The Golden Rules: one text each, and its sentences. */
export const readGoldenRules = (data: string): z.infer<typeof goldenRule>[] =>
  linesOf(join(data, "sentences/dev/golden_rules_en.jsonl"), goldenRule);
