import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";

import { logJson, logMissing, logNumber, logParameters } from "~/web/log-answer";

/** One entry of the public log and what proves that it is in the tree of a size, or of the newest checkpoint. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = logParameters(
    request,
    z.object({ index: logNumber, size: logNumber.optional() }),
    "/log/proof?index=0, or with &size=8 for the log as it was with 8 entries.",
  );
  if (!asked.ok) return asked.answer;
  const { index, size } = asked.value;
  const proof = await context.ports.publicLog.proof(index, size);
  return proof === null ? logMissing("The log has no such entry at that size.") : logJson(proof);
}
