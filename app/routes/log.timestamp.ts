import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";

import { logMissing, logNumber, logParameters } from "~/web/log-answer";

const asked = z.object({ size: logNumber.optional() });

/**
 * What a timestamping authority (RFC 3161) answered about a checkpoint: `openssl ts -verify -data CHECKPOINT -in ANSWER`. The
 * checkpoint itself is `?of=checkpoint`.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const wantsNote = url.searchParams.get("of") === "checkpoint";
  url.searchParams.delete("of");
  const parameters = logParameters(new Request(url), asked, "/log/timestamp?size=8");
  if (!parameters.ok) return parameters.answer;
  const found = await context.ports.checkpointCopies.timestamp(parameters.value.size);
  if (found === null) return logMissing("No checkpoint of this size has a timestamp.");
  return new Response(wantsNote ? found.note : found.reply, {
    headers: {
      "Content-Type": wantsNote ? "text/plain; charset=utf-8" : "application/timestamp-reply",
      "Cache-Control": "public, max-age=0, must-revalidate",
    },
  });
}
