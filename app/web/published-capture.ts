import type { LoaderFunctionArgs } from "@remix-run/node";

import type { PublishedCapture } from "~/domain/evidence/published-capture";

import { gone } from "./gone";
import { notFound } from "./guards";

/** The capture of a source that a published verdict cites, as the address names it. Throws the answer where there is none. */
export async function openPublishedCapture({
  context,
  params,
}: LoaderFunctionArgs): Promise<PublishedCapture> {
  const { reports, captures } = context.ports;
  const report = await reports.ofVerdict(params["slug"] ?? "");
  const verdict = report?.verdicts.find(({ slug }) => slug === params["slug"]);
  if (!verdict) throw await gone(context.ports, "claims", params["slug"]);
  const published = await captures.published([verdict.claimId]);
  const capture = published.find(({ id }) => id === params["id"]);
  if (!capture) throw notFound();
  return capture;
}
