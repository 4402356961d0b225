import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";

import { civilDate } from "~/domain/claim/relative-dates";
import { splitArticle } from "~/domain/claim/split-article";
import type { SplitClaim, SplitResult } from "~/domain/claim/split-output";
import { fail, ok } from "~/domain/result";
import type { Result } from "~/domain/result";

interface Request {
  file: string;
  json: boolean;
  publishedOn: string | null;
}

/**
 * `split FILE|- [--json] [--date YYYY-MM-DD]`: prints the sentences and claims of a text. Returns the exit code: 0, or
 * 1 when the text cannot be read, or 2 when the command is not written as it should be.
 */
export async function split(args: string[]): Promise<number> {
  const request = requestFrom(args);
  if (!request.ok) return complain(request.error, 2);
  const text = await textOf(request.value.file);
  if (!text.ok) return complain(text.error, 1);
  const { publishedOn, json } = request.value;
  const result = splitArticle(text.value, { publishedOn });
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : table(result));
  return 0;
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
      return fail("Name one file, or - for standard input: split FILE|- [--json] [--date DATE]");
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

async function textOf(file: string): Promise<Result<string, string>> {
  const name = file === "-" ? "Standard input" : `“${file}”`;
  let bytes: Buffer;
  try {
    bytes = file === "-" ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    return fail(
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (bytes.includes(0)) return fail(`${name} is not a text: it has NUL bytes in it.`);
  let text: string;
  try {
    // A byte order mark is part of the input, so that the offsets count it.
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail(`${name} is not a text in UTF-8.`);
  }
  return text.trim() === "" ? fail(`${name} is empty.`) : ok(text);
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
