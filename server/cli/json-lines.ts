import { once } from "node:events";
import { createReadStream } from "node:fs";
import type { Writable } from "node:stream";

import type { z } from "zod";

/** How a run over many lines went. */
export class LineReport {
  bad = 0;

  /** Tells on standard error which line of which file was skipped and why. */
  skip(file: string, number: number, why: string): void {
    this.bad += 1;
    process.stderr.write(`${file === "-" ? "Standard input" : file}, line ${number}: ${why}\n`);
  }

  /** 0, or 1 when a line had to be skipped. */
  get exitCode(): number {
    return this.bad > 0 ? 1 : 0;
  }
}

/**
 * Reads JSON Lines one by one, so that a file of any length takes little memory. A line that is not JSON or not of
 * the shape is reported and skipped; an empty one is passed over. Throws when the file cannot be read.
 */
export async function* readJsonLines<T>(
  file: string,
  schema: z.ZodType<T>,
  report: LineReport,
): AsyncGenerator<T> {
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    if (line.trim() === "") continue;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      report.skip(file, number, "this is not JSON; skipped.");
      continue;
    }
    const checked = schema.safeParse(json);
    if (checked.success) {
      yield checked.data;
      continue;
    }
    const [issue] = checked.error.issues;
    const where = issue?.path.join(".") ?? "";
    const what = issue?.message ?? "not of the shape";
    report.skip(file, number, `${where === "" ? "" : `“${where}”: `}${what}; skipped.`);
  }
}

/** Lines end at a line feed only: JSON may hold the other line ends of Unicode unescaped. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = file === "-" ? process.stdin : createReadStream(file);
  stream.setEncoding("utf8");
  let parts: string[] = [];
  let first = true;
  for await (const chunk of stream) {
    let text = String(chunk);
    if (first) text = text.replace(/^\uFEFF/, "");
    first = false;
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      parts.push(text.slice(start, end));
      yield parts.join("");
      parts = [];
      start = end + 1;
    }
    parts.push(text.slice(start));
  }
  yield parts.join("");
}

/** Writes values as JSON Lines, to standard output unless told otherwise, and waits while its reader is slow. */
export class LineWriter {
  #waiting: string[] = [];

  constructor(readonly output: Writable = process.stdout) {}

  async write(value: unknown): Promise<void> {
    this.#waiting.push(JSON.stringify(value), "\n");
    if (this.#waiting.length >= 1024) await this.flush();
  }

  /** Throws when the output has failed meanwhile. */
  async flush(): Promise<void> {
    if (this.output.destroyed) throw this.output.errored ?? new Error("The output is closed.");
    const text = this.#waiting.join("");
    this.#waiting = [];
    if (text !== "" && !this.output.write(text)) await once(this.output, "drain");
  }
}
