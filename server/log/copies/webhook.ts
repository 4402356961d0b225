import type { CallService } from "../../fetch";
import type { CopyKept, SentCheckpoint } from "./copy-checkpoints";

/** Sends the note as it is. Whoever takes it answers with a status from 200 to 299. */
export async function toWebhook(
  url: string,
  call: CallService,
  { note }: SentCheckpoint,
  signal: AbortSignal,
): Promise<CopyKept> {
  const headers = { "content-type": "text/plain; charset=utf-8" };
  const { status } = await call({ url, method: "POST", headers, body: note }, signal);
  if (status < 200 || status > 299) throw new Error(`The webhook answered ${status}.`);
  return null;
}
