import { z } from "zod";

const goneSchema = z.object({ unpublished: z.object({ reason: z.string(), at: z.string() }) });

export type UnpublishedAnswer = z.infer<typeof goneSchema>;

/** What an answer says of a page that was taken from readers; null for any other answer. */
export function unpublishedIn(data: unknown): UnpublishedAnswer["unpublished"] | null {
  const parsed = goneSchema.safeParse(data);
  return parsed.success ? parsed.data.unpublished : null;
}
