import type postgres from "postgres";

import { warcName, screenshotName } from "~/data/object-store.server";
import { evidenceFileName } from "~/data/evidence-files.server";

/** The names under which Storage has what was captured and what was put beside sources, in order. */
export async function objectNames(sql: postgres.ISql): Promise<string[]> {
  const rows = await sql<{ kind: "warc" | "screenshot" | "file"; sha256: string }[]>`
    select 'warc' as kind, warc_sha256 as sha256 from public.captures where warc_sha256 is not null
    union select 'warc', warc_sha256 from public.later_captures
    union select 'screenshot', screenshot_sha256 from public.captures where screenshot_sha256 is not null
    union select 'file', sha256 from public.evidence_files`;
  const nameOf = { warc: warcName, screenshot: screenshotName, file: evidenceFileName };
  return rows.map(({ kind, sha256 }) => nameOf[kind](sha256)).toSorted();
}

const types = [
  [".warc.gz", "application/warc"],
  [".png", "image/png"],
] as const;

export const objectType = (name: string): string =>
  types.find(([end]) => name.endsWith(end))?.[1] ?? "application/octet-stream";

/** The SHA-256 that an object’s name says it has. */
export const saidHash = (name: string): string => /[0-9a-f]{64}/.exec(name)?.[0] ?? "";
