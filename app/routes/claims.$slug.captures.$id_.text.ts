import type { LoaderFunctionArgs } from "@remix-run/node";

import { plainWords } from "~/web/capture-page";
import { notFound } from "~/web/guards";
import { openPublishedCapture } from "~/web/published-capture";

/** The words of a capture, where the desk offers them to readers. */
export async function loader(args: LoaderFunctionArgs) {
  const capture = await openPublishedCapture(args);
  const text = await args.context.ports.captures.publishedText(capture);
  if (text === null) throw notFound();
  return plainWords(text);
}
