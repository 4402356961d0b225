import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";

import { logJson, logNumber, logParameters } from "~/web/log-answer";

/** How many entries one answer has at most. */
const most = 100;

/** Entries of the public log with their records, from `start` to before `end`: 100 at most, fewer where there are fewer. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = logParameters(
    request,
    z.object({ start: logNumber, end: logNumber }).refine(({ start, end }) => start < end),
    "/log/entries?start=0&end=100, the first one and the one after the last; 100 at most are answered.",
  );
  if (!asked.ok) return asked.answer;
  const { start, end } = asked.value;
  const entries = await context.ports.publicLog.entries(start, Math.min(end, start + most));
  return logJson({
    entries: entries.map(({ index, entry, record }) => ({ index, entry, record })),
  });
}
