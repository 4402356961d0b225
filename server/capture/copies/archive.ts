import { z } from "zod";

import type { CallService } from "../../fetch/service-call";
import type { CopyNote, TakenCopy } from "./make-copies";

/** Where the Internet Archive's Save Page Now 2 is asked, and as whom. */
export interface ArchiveSettings {
  /** Without a slash at the end. */
  url: string;
  /** `access:secret` of an account there. */
  key: string;
}

const begun = z.object({ job_id: z.string().min(1).max(200) });
const status = z.discriminatedUnion("status", [
  z.object({ status: z.literal("pending") }),
  z.object({
    status: z.literal("success"),
    timestamp: z.string().regex(/^\d{14}$/),
    original_url: z.string().max(2048),
  }),
  z.object({ status: z.literal("error"), message: z.string().optional() }),
]);
const refused = z.object({ message: z.string() });

/** Seconds between two questions about a page that is being saved. */
const askEvery = 15;

/** Takes the next step towards a copy at the archive: asks for it, or asks how far it is. */
export async function archiveStep(
  { url, key }: ArchiveSettings,
  call: CallService,
  copy: TakenCopy,
  signal: AbortSignal,
): Promise<CopyNote> {
  const headers = { accept: "application/json", authorization: `LOW ${key}` };
  if (copy.job === null) {
    const asked = await call(
      {
        url: `${url}/save`,
        method: "POST",
        headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
        // What another has saved within the day is the same to us.
        body: new URLSearchParams({
          url: copy.url,
          skip_first_archive: "1",
          if_not_archived_within: "1d",
        }).toString(),
      },
      signal,
    );
    const job = begun.safeParse(parsed(asked.body));
    if (asked.status === 200 && job.success) {
      return { state: "asked", job: job.data.job_id, after: askEvery };
    }
    return { state: "failed", failure: wordsOf(asked.status, asked.body) };
  }
  const answer = await call(
    { url: `${url}/save/status/${encodeURIComponent(copy.job)}`, method: "GET", headers },
    signal,
  );
  const found = status.safeParse(parsed(answer.body));
  if (!found.success) return { state: "failed", failure: wordsOf(answer.status, answer.body) };
  switch (found.data.status) {
    case "pending":
      return { state: "asked", job: copy.job, after: askEvery };
    case "success":
      return {
        state: "kept",
        url: `${url}/web/${found.data.timestamp}/${found.data.original_url}`,
      };
    case "error":
      return { state: "failed", failure: found.data.message ?? "The archive could not save it." };
  }
}

function wordsOf(code: number, body: Uint8Array): string {
  if (code === 401) return "The archive does not accept the key.";
  if (code === 429) return "The archive is asked too much at the moment.";
  const said = refused.safeParse(parsed(body));
  return said.success ? said.data.message : `The archive answered ${code}.`;
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return null;
  }
}
