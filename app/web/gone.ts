import type { Ports } from "~/commands/ports";

import { notFound } from "./guards";
import type { UnpublishedAnswer } from "./unpublished-answer";

/** What is answered where readers find no report or verdict: why it was taken from them, or that there is nothing. */
export async function gone(
  { reports }: Pick<Ports, "reports">,
  kind: "reports" | "claims",
  slug: string | undefined,
): Promise<Response> {
  const unpublished = slug ? await reports.unpublishedPage(kind, slug) : null;
  if (unpublished === null) return notFound();
  const answer: UnpublishedAnswer = { unpublished };
  return Response.json(answer, { status: 410, headers: { "Cache-Control": "no-cache" } });
}
