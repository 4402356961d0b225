import type { LoaderFunctionArgs } from "@remix-run/node";

import { logMissing, logText } from "~/web/log-answer";

/** The newest signed checkpoint of the public log: a signed note in the form of c2sp.org/tlog-checkpoint. */
export async function loader({ context }: LoaderFunctionArgs) {
  const note = await context.ports.publicLog.checkpoint();
  return note === null
    ? logMissing("There is no checkpoint: nothing was published yet, or nothing can be signed now.")
    : logText(note);
}
