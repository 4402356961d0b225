import type { Sql } from "postgres";
import { z } from "zod";

import type { CallService } from "../fetch";
import { sendMessage } from "./send";

/** What sending works with. */
export interface DeliveryTools {
  sql: Sql;
  /** Where the public reaches the desk, without a trailing slash. */
  site: string;
  call: CallService;
}

const message = z.object({
  id: z.string(),
  url: z.string(),
  event: z.string(),
  at: z.string(),
  payload: z.looseObject({ claim: z.string(), report: z.string().optional() }),
  secrets: z.array(z.string()).min(1),
});

/** How many addresses are served at once, so that a slow one keeps nobody waiting; and how much one run does at most. */
const lanes = 4;
const mostMessages = 200;

/**
 * Sends what is due, each address in its own order and one message at a time. What could not be sent is noted with why and
 * comes again later; a process that ends midway leaves a message that is sent again under the same id.
 */
export async function deliverDue(tools: DeliveryTools, ending: AbortSignal): Promise<void> {
  let sent = 0;
  const lane = async () => {
    while (!ending.aborted && sent < mostMessages) {
      sent += 1;
      if (!(await deliverNext(tools, ending))) return;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Whether there was something to send. */
async function deliverNext({ sql, site, call }: DeliveryTools, ending: AbortSignal) {
  const [row] = await sql`select app_private.next_webhook_delivery() as next`;
  if (row?.["next"] == null) return false;
  const next = message.parse(row["next"]);
  const { status, problem } = await sendMessage(next, site, call, ending);
  await sql`select app_private.note_webhook_delivery(${next.id}, ${status}, ${problem})`;
  return true;
}
