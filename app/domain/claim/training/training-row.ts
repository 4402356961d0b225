import { z } from "zod";

import { fail, ok, type Result } from "../../result";
import { claimTypes } from "../claim";
import { dismissalKinds } from "../dismissal";

export const trainingSchema = "countersign/claims-training/1";

const words = z.string().min(1);
const statement = z.string().min(1);

/** Where a claim came to stand that another was split or merged into. */
const successor = z.object({ id: words, quote: words, prefix: z.string(), suffix: z.string() });

const common = z.object({
  schema: z.literal(trainingSchema),
  seq: z.int().min(1),
  id: words,
  articleId: words,
  at: z.iso.datetime(),
  quote: words,
  prefix: z.string(),
  suffix: z.string(),
  statement,
  claimant: z.string().nullable(),
  type: z.enum(claimTypes),
  score: z.number().min(0).max(1).nullable(),
  origin: z.enum(["engine", "person"]),
  label: z.union([z.literal(0), z.literal(1)]).nullable(),
  weight: z.number().min(0).max(1),
});

/** The language model whose words a person took or changed; null when there was none. */
const model = z.string().nullable();

/**
 * One line of the export: one thing that a person did to one claim. `statement` is the one that the person saw. At most
 * one row of a claim has a label: that of the decision which holds.
 */
export const trainingRow = z.discriminatedUnion("action", [
  common.extend({ action: z.literal("add") }),
  common.extend({ action: z.literal("accept") }),
  common.extend({ action: z.literal("dismiss"), kind: z.enum(dismissalKinds) }),
  common.extend({ action: z.literal("restore") }),
  common.extend({ action: z.literal("edit"), before: statement, after: statement, model }),
  common.extend({
    action: z.literal("split"),
    into: z.array(successor.extend({ statement })).min(1),
    model,
  }),
  common.extend({
    action: z.literal("merge"),
    into: successor.extend({ before: statement, after: statement }),
  }),
]);
export type TrainingRow = z.infer<typeof trainingRow>;

/** Reads one line of an export. The error says what is wrong with it. */
export function parseTrainingRow(line: string): Result<TrainingRow, string> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return fail("this is not JSON");
  }
  const parsed = trainingRow.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") ?? "";
  return fail(`${where === "" ? "" : `“${where}”: `}${issue?.message ?? "not of the shape"}`);
}
