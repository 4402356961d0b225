import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { lstat, mkdir } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";

import type { ManifestFile } from "./manifest";

/** A new file of an export, which counts and hashes what is written. */
export class HashedFile {
  readonly #stream: WriteStream;
  readonly #hash = createHash("sha256");
  readonly #done: Promise<void>;
  #bytes = 0;

  private constructor(
    readonly path: string,
    stream: WriteStream,
  ) {
    this.#stream = stream;
    this.#done = finished(stream);
    // A failure is met where it is awaited; until then it must not count as unhandled.
    this.#done.catch(() => undefined);
  }

  static async open(folder: string, name: string): Promise<HashedFile> {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const stream = createWriteStream(file, { flags: "wx", mode: 0o600 });
    const opened = new HashedFile(name, stream);
    await once(stream, "open");
    return opened;
  }

  async write(part: string | Uint8Array): Promise<void> {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    this.#hash.update(bytes);
    this.#bytes += bytes.byteLength;
    if (this.#stream.destroyed) await this.#done;
    if (!this.#stream.write(bytes)) await Promise.race([once(this.#stream, "drain"), this.#done]);
  }

  async close(): Promise<ManifestFile> {
    this.#stream.end();
    await this.#done;
    return { path: this.path, bytes: this.#bytes, sha256: this.#hash.digest("hex") };
  }
}

/** Whether a file of an export is what the manifest says, in words; null when it is. Links are not followed. */
export async function fileFault(folder: string, file: ManifestFile): Promise<string | null> {
  const at = path.join(folder, file.path);
  const stats = await lstat(at).catch(() => null);
  if (stats === null) return `${file.path} is missing.`;
  if (!stats.isFile()) return `${file.path} is no file.`;
  if (stats.size !== file.bytes) return `${file.path} has ${stats.size} bytes, not ${file.bytes}.`;
  const hash = createHash("sha256");
  for await (const part of createReadStream(at)) hash.update(part as Buffer);
  return hash.digest("hex") === file.sha256 ? null : `${file.path} is not what the manifest says.`;
}
