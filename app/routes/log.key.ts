import type { LoaderFunctionArgs } from "@remix-run/node";

import { logMissing, logText } from "~/web/log-answer";

/** The keys that checkpoints are signed with, one on each line, in the form of c2sp.org/signed-note. */
export async function loader({ context }: LoaderFunctionArgs) {
  const keys = await context.ports.publicLog.keys();
  return keys.length === 0
    ? logMissing("There is no key here that could sign the log.")
    : logText(keys.map((key) => `${key}\n`).join(""));
}
