import { parseArgs } from "node:util";

import { z } from "zod";

import { ClaimIndex, proposesMatch } from "~/domain/claim/match/claim-index";
import { fail, ok } from "~/domain/result";
import type { Result } from "~/domain/result";

import { unreadable } from "./each-line";
import { LineReport, LineWriter, readJsonLines } from "./json-lines";

type Id = string | number;
const id = z.union([z.string(), z.number()]);
const knownClaim = z.object({ id, text: z.string(), title: z.string().nullish() });
const query = z.object({ id, text: z.string() });

const usage = `Write one of
  match --against CLAIMS.jsonl --queries QUERIES.jsonl
  match TEXT [--against CLAIMS.jsonl] [--json]
CLAIMS.jsonl has lines {"id","text","title"?}, QUERIES.jsonl {"id","text"}.`;

type Request = { against: string | null; json: boolean } & (
  { queries: string; text: null } | { queries: null; text: string }
);

/**
 * `match`: which known claims a text repeats, the likeliest first, and how likely the first one is the same claim.
 * Returns the exit code: 0, or 1 when a line was skipped or a file cannot be read, or 2 when the command is not written
 * as it should be.
 */
export async function match(args: string[]): Promise<number> {
  const request = requestFrom(args);
  if (!request.ok) {
    process.stderr.write(`${request.error}\n${usage}\n`);
    return 2;
  }
  const { against, queries, text, json } = request.value;
  const report = new LineReport();
  const index = new ClaimIndex<Id>();
  let reading = against ?? "";
  try {
    if (against !== null) {
      for await (const claim of readJsonLines(against, knownClaim, report)) index.add(claim);
    }
    if (queries === null) {
      process.stdout.write(answer(index, text, json));
      return report.exitCode;
    }
    reading = queries;
    const writer = new LineWriter();
    for await (const asked of readJsonLines(queries, query, report)) {
      const { ranked, confidence } = matched(index, asked.text);
      await writer.write({ id: asked.id, ranked: ranked.map((hit) => hit.id), confidence });
    }
    await writer.flush();
    return report.exitCode;
  } catch (error) {
    process.stderr.write(unreadable(reading, error));
    return 1;
  }
}

function requestFrom(args: string[]): Result<Request, string> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        against: { type: "string" },
        queries: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const against = values.against ?? null;
    const [text, ...more] = positionals;
    if (values.queries !== undefined && text === undefined && against !== null) {
      return ok({ against, json: values.json, queries: values.queries, text: null });
    }
    if (values.queries === undefined && text !== undefined && more.length === 0) {
      return ok({ against, json: values.json, queries: null, text });
    }
    return fail("Say what to match: one text, or a file of queries against a file of claims.");
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function matched(index: ClaimIndex<Id>, text: string) {
  const { ranked, confidence } = index.match(text);
  return { ranked, confidence: Number(confidence.toFixed(4)) };
}

function answer(index: ClaimIndex<Id>, text: string, json: boolean): string {
  const { ranked, confidence } = matched(index, text);
  const best = confidence >= proposesMatch ? (ranked[0]?.id ?? null) : null;
  if (json) {
    const ids = ranked.map((hit) => hit.id);
    return `${JSON.stringify({ match: best, confidence, ranked: ids, known: index.size })}\n`;
  }
  const verdict =
    index.size === 0
      ? "There is nothing to match against; name a file with --against."
      : best === null
        ? `No match among ${index.size} claims (confidence ${confidence}).`
        : `Probably the same as ${best} (confidence ${confidence}). A person has to confirm it.`;
  const rows = ranked.map((hit) => `  ${hit.score.toFixed(2).padStart(6)}  ${hit.id}`);
  return `${[verdict, ...rows].join("\n").replace(/[^\P{Cc}\n]/gu, " ")}\n`;
}
