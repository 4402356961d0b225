import type { LoaderFunctionArgs } from "@remix-run/node";

import { attachment } from "~/web/capture-page";
import { notFound } from "~/web/guards";

/** The capture of a source that a published verdict cites, to be saved, where the desk offers it to readers. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { reports, captures } = context.ports;
  const report = await reports.ofVerdict(params["slug"] ?? "");
  const verdict = report?.verdicts.find(({ slug }) => slug === params["slug"]);
  if (!verdict) throw notFound();
  const published = await captures.published([verdict.claimId]);
  const capture = published.find(({ id }) => id === params["id"]);
  const warc = capture && (await captures.publishedWarc(capture));
  if (!capture || !warc) throw notFound();
  const name = `capture-${capture.warcSha256.slice(0, 12)}.warc.gz`;
  return attachment(warc, name, "application/gzip");
}
