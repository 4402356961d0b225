import { parseArgs } from "node:util";

import type { z } from "zod";

import { LineReport, LineWriter, readJsonLines } from "./json-lines";

/**
 * Runs a command that turns each line of one JSON Lines file (`-` for standard input) into lines of output. Returns
 * the exit code: 0, or 1 when a line was skipped or the file cannot be read, or 2 when the command is not written as
 * it should be.
 */
export async function eachLine<T>(
  args: string[],
  usage: string,
  schema: z.ZodType<T>,
  answers: (value: T) => Iterable<unknown>,
): Promise<number> {
  const file = onlyFile(args);
  if (file === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const report = new LineReport();
  const writer = new LineWriter();
  try {
    for await (const value of readJsonLines(file, schema, report)) {
      for (const answer of answers(value)) await writer.write(answer);
    }
  } catch (error) {
    await writer.flush();
    process.stderr.write(unreadable(file, error));
    return 1;
  }
  await writer.flush();
  return report.exitCode;
}

function onlyFile(args: string[]): string | null {
  try {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const [file, ...more] = positionals;
    return file !== undefined && more.length === 0 ? file : null;
  } catch {
    return null;
  }
}

/** What is told when a file cannot be read. */
export function unreadable(file: string, error: unknown): string {
  const name = file === "-" ? "Standard input" : `“${file}”`;
  return `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`;
}
