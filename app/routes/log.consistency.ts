import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";

import { logJson, logMissing, logNumber, logParameters } from "~/web/log-answer";

/** What proves that the public log of one size begins with all of a smaller one: RFC 6962's consistency proof. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = logParameters(
    request,
    z.object({ first: logNumber, second: logNumber }),
    "/log/consistency?first=3&second=8, two sizes of the log.",
  );
  if (!asked.ok) return asked.answer;
  const { first, second } = asked.value;
  const proof = await context.ports.publicLog.consistency(first, second);
  return proof === null
    ? logMissing("The log never had these sizes.")
    : logJson({ first, second, proof });
}
