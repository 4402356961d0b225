import type { LoaderFunctionArgs } from "@remix-run/node";

import { attachment } from "~/web/capture-page";
import { notFound } from "~/web/guards";
import { openPublishedCapture } from "~/web/published-capture";

/** What a source says since it is lost to readers, to be saved, where the desk offers it to them. */
export async function loader(args: LoaderFunctionArgs) {
  const capture = await openPublishedCapture(args);
  const warc = await args.context.ports.captures.publishedWarc(capture, "later");
  if (!warc || !capture.later) throw notFound();
  const name = `capture-${capture.later.warcSha256.slice(0, 12)}.warc.gz`;
  return attachment(warc, name, "application/gzip");
}
