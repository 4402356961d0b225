import { z } from "zod";

import type { Ports } from "~/commands/ports";

import { notFound } from "./guards";

const goneSchema = z.object({ unpublished: z.object({ reason: z.string(), at: z.string() }) });

/** What is answered where readers find no report or verdict: why it was taken from them, or that there is nothing. */
export async function gone(
  { reports }: Pick<Ports, "reports">,
  kind: "reports" | "claims",
  slug: string | undefined,
): Promise<Response> {
  const unpublished = slug ? await reports.unpublishedPage(kind, slug) : null;
  if (unpublished === null) return notFound();
  return Response.json({ unpublished }, { status: 410, headers: { "Cache-Control": "no-cache" } });
}

/** What such an answer says; null for any other. */
export function unpublishedIn(data: unknown): z.infer<typeof goneSchema>["unpublished"] | null {
  const parsed = goneSchema.safeParse(data);
  return parsed.success ? parsed.data.unpublished : null;
}
