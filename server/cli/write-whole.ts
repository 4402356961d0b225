import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";

/**
 * Writes a file through a neighbour that takes its name when all is there, so that a file of that name is never half of
 * one. Throws when it cannot be written, and what was there before stays.
 */
export async function writeWhole<T>(
  file: string,
  write: (stream: Writable) => Promise<T>,
): Promise<T> {
  const beside = `${file}.${process.pid}.partial`;
  const stream = createWriteStream(beside, { flags: "wx" });
  const written = finished(stream);
  // A failure is met where it is awaited; until then it must not count as unhandled.
  written.catch(() => undefined);
  try {
    await once(stream, "open");
    const value = await write(stream);
    stream.end();
    await written;
    await rename(beside, file);
    return value;
  } catch (error) {
    stream.destroy();
    await rm(beside, { force: true });
    throw error;
  }
}
