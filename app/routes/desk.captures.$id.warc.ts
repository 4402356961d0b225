import type { LoaderFunctionArgs } from "@remix-run/node";

import { attachment, openCapture } from "~/web/capture-page";
import { notFound } from "~/web/guards";

/** The capture as a WARC file, to be opened by other tools. It is a stranger's page: nothing shows it from here. */
export async function loader(args: LoaderFunctionArgs) {
  const { capture } = await openCapture(args);
  const warc = await args.context.ports.captures.warc(capture);
  if (warc === null || capture.kept === null) throw notFound();
  const day = capture.kept.fetchedAt.slice(0, 10);
  const name = `${new URL(capture.url).hostname}-${day}-${capture.kept.warcSha256.slice(0, 12)}`;
  return attachment(warc, `${name}.warc.gz`, "application/gzip");
}
