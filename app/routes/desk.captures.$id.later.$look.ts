import type { LoaderFunctionArgs } from "@remix-run/node";

import { attachment, openCapture } from "~/web/capture-page";
import { notFound } from "~/web/guards";

/** What a later look at a source found, as a WARC file to be saved. */
export async function loader(args: LoaderFunctionArgs) {
  const { capture } = await openCapture(args);
  const { captures } = args.context.ports;
  const kept = await captures.later(capture.id);
  const later = kept.find(({ lookId }) => lookId === args.params["look"]);
  const warc = later && (await captures.laterWarc(later));
  if (!later || !warc) throw notFound();
  const day = later.fetchedAt.slice(0, 10);
  const name = `${new URL(capture.url).hostname}-${day}-${later.warcSha256.slice(0, 12)}`;
  return attachment(warc, `${name}.warc.gz`, "application/gzip");
}
