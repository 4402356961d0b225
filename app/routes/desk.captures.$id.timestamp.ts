import type { LoaderFunctionArgs } from "@remix-run/node";

import { attachment, openCapture } from "~/web/capture-page";
import { notFound } from "~/web/guards";

/** The answer of the timestamping authority, for `openssl ts -verify -in FILE -data WARC -CAfile …`. */
export async function loader(args: LoaderFunctionArgs) {
  const { capture } = await openCapture(args);
  const token = await args.context.ports.captures.timestampToken(capture.id);
  if (token === null || capture.kept === null) throw notFound();
  const name = `${capture.kept.warcSha256.slice(0, 12)}.tsr`;
  return attachment(token, name, "application/timestamp-reply");
}
