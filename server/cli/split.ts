import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { civilDate } from "~/domain/claim/relative-dates";
import { splitArticle } from "~/domain/claim/split-article";
import type { SplitClaim, SplitResult } from "~/domain/claim/split-output";
import { fail, ok } from "~/domain/result";
import type { Result } from "~/domain/result";

import { LineWriter } from "./json-lines";
import { readText } from "./read-text";

interface Request {
  file: string;
  json: boolean;
  publishedOn: string | null;
}

/**
 * `split FILE|-|DIR [--json] [--date YYYY-MM-DD]`: prints the sentences and claims of a text; of a directory, one line
 * of JSON per text with the file's name as `id`. Returns the exit code: 0, or 1 when a text cannot be read, or 2 when
 * the command is not written as it should be.
 */
export async function split(args: string[]): Promise<number> {
  const request = requestFrom(args);
  if (!request.ok) return complain(request.error, 2);
  const { publishedOn, json, file } = request.value;
  if (file !== "-" && (await isDirectory(file))) return splitAll(file, publishedOn);
  const text = await readText(file);
  if (!text.ok) return complain(text.error, 1);
  const result = splitArticle(text.value, { publishedOn });
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : table(result));
  return 0;
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // What is wrong with the path is told when it is read.
    return false;
  }
}

/** Every file of a directory by name, hidden ones and those in further directories left out. */
async function splitAll(directory: string, publishedOn: string | null): Promise<number> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
  const writer = new LineWriter();
  let code = 0;
  for (const id of names) {
    const text = await readText(join(directory, id));
    if (text.ok) await writer.write({ id, ...splitArticle(text.value, { publishedOn }) });
    else code = complain(text.error, 1);
  }
  await writer.flush();
  return code;
}

function requestFrom(args: string[]): Result<Request, string> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, date: { type: "string" } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      return fail(
        "Name one file or directory, or - for standard input: split FILE|-|DIR [--json] [--date DATE]",
      );
    }
    const publishedOn = values.date ?? null;
    if (publishedOn !== null && civilDate(publishedOn) === null) {
      return fail(`“${publishedOn}” is not a date. Write it as YYYY-MM-DD, such as 2024-02-05.`);
    }
    return ok({ file, json: values.json, publishedOn });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function complain(message: string, code: number): number {
  process.stderr.write(`${message}\n`);
  return code;
}

function table({ sentences, claims }: SplitResult): string {
  const body = sentences.filter((sentence) => sentence.role === "body").length;
  const head = `${sentences.length} sentences (${body} of the body), ${claims.length} claims\n`;
  return `${[head, ...claims.map(row)].join("\n")}\n`;
}

function row(claim: SplitClaim): string {
  const lines = [
    `${claim.checkWorthiness.toFixed(2)}  ${claim.type.padEnd(10)}  ${claim.statement}`,
    `      ${claim.start}-${claim.end}  ${claim.claimant ?? "in the outlet’s own voice"}`,
    `      why: ${claim.reasons.join("; ") || "nothing stands out"}`,
  ];
  if (claim.needsContext.length > 0) lines.push(`      open: ${claim.needsContext.join("; ")}`);
  // Control characters of the input could otherwise steer the terminal.
  return lines.map((line) => line.replace(/\p{Cc}/gu, " ")).join("\n") + "\n";
}
