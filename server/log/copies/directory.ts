import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { readCheckpoint } from "~/domain/log/checkpoint";

import type { CopyKept, SentCheckpoint } from "./copy-checkpoints";
import { copyName, newestName } from "./copy-name";

/**
 * Writes the checkpoint as a file of its own, and as the newest one unless a later one was there first. Files of earlier
 * checkpoints stay.
 */
export async function intoDirectory(
  directory: string,
  { note, size }: SentCheckpoint,
): Promise<CopyKept> {
  await mkdir(directory, { recursive: true });
  const isNewest = size >= (await newestSize(directory));
  for (const name of [copyName(note, size), ...(isNewest ? [newestName] : [])]) {
    const draft = path.join(directory, `.${name}.${process.pid}`);
    await writeFile(draft, note);
    await rename(draft, path.join(directory, name));
  }
  return null;
}

async function newestSize(directory: string): Promise<number> {
  const note = await readFile(path.join(directory, newestName), "utf8").catch(() => null);
  const read = note === null ? null : readCheckpoint(note);
  return read?.ok ? read.value.size : 0;
}
