import { createHash } from "node:crypto";

import { stampHash } from "../../capture/copies/timestamp";
import type { CallService } from "../../fetch";
import type { CopyKept, SentCheckpoint } from "./copy-checkpoints";

/** Has an authority say that it saw the note's SHA-256, and keeps what it answered. */
export async function stampNote(
  url: string,
  call: CallService,
  { note }: SentCheckpoint,
  signal: AbortSignal,
): Promise<CopyKept> {
  const hash = createHash("sha256").update(note).digest("hex");
  const stamp = await stampHash(url, call, hash, signal);
  if (stamp.state === "failed") throw new Error(stamp.failure);
  return { stampedAt: stamp.stampedAt, token: stamp.token };
}
