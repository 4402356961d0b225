import type { LoaderFunctionArgs } from "@remix-run/node";

import { attachment } from "~/web/capture-page";
import { notFound } from "~/web/guards";
import { openPublishedCapture } from "~/web/published-capture";

/** The capture of a source that a published verdict cites, to be saved, where the desk offers it to readers. */
export async function loader(args: LoaderFunctionArgs) {
  const capture = await openPublishedCapture(args);
  const warc = await args.context.ports.captures.publishedWarc(capture);
  if (!warc) throw notFound();
  const name = `capture-${capture.warcSha256.slice(0, 12)}.warc.gz`;
  return attachment(warc, name, "application/gzip");
}
