import type { LoaderFunctionArgs } from "@remix-run/node";

import { readTilePath } from "~/domain/log/tile";
import { logMissing } from "~/web/log-answer";

/** A tile of the public log as c2sp.org/tlog-tiles has them. One never changes, so whoever has it keeps it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const tile = readTilePath(params["*"] ?? "");
  if (tile === null) return logMissing("That is not the name of a tile.");
  const bytes = await context.ports.publicLog.tile(tile);
  if (bytes === null) return logMissing("The log does not reach that far.");
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
