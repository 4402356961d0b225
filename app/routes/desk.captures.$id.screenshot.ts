import type { LoaderFunctionArgs } from "@remix-run/node";

import { openCapture, picture } from "~/web/capture-page";
import { notFound } from "~/web/guards";

/** How the captured page looked. The desk’s own browser drew it, so it can be shown. */
export async function loader(args: LoaderFunctionArgs) {
  const { capture } = await openCapture(args);
  const png = await args.context.ports.captures.screenshot(capture);
  const { kept } = capture;
  if (png === null || !kept?.screenshot) throw notFound();
  const day = kept.fetchedAt.slice(0, 10);
  const name = `${new URL(capture.url).hostname}-${day}-${kept.screenshot.sha256.slice(0, 12)}`;
  return picture(png, `${name}.png`);
}
