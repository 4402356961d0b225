import { createHash } from "node:crypto";

/** What the copy of a checkpoint is called: by its size, so that names sort; and by its note, for sizes signed again. */
export function copyName(note: string, size: number): string {
  const mark = createHash("sha256").update(note).digest("hex").slice(0, 8);
  return `checkpoint-${String(size).padStart(12, "0")}-${mark}`;
}

/** What the newest one is called. */
export const newestName = "checkpoint";
