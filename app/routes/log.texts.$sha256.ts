import type { LoaderFunctionArgs } from "@remix-run/node";

import { logMissing, logText } from "~/web/log-answer";

/** The text of an article, which records of the public log have by its SHA-256. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const text = await context.ports.publicLog.text(params["sha256"] ?? "");
  return text === null ? logMissing("The log has no such text.") : logText(text);
}
