import { createHash } from "node:crypto";

import { cleanLine, cleanText } from "~/domain/article/clean-text";
import type { Sighting } from "~/domain/article/drift/judge-look";

import type { PageFetcher } from "../fetch";
import type { PageReader, ReadDraft } from "../intake";
import { onlyBeginning } from "../intake/problem";

/** What a look met, with what there is to keep of it. */
export interface Seen {
  sighting: Sighting;
  /** What went wrong, by name; null when nothing did. */
  problem: string | null;
  finalUrl: string | null;
  bytesSha256: string | null;
  draft: (ReadDraft & { fetchedAt: string }) | null;
}

/** Faults of ours, which say nothing about the page. */
const ourFaults: ReadonlySet<string> = new Set(["busy", "broken_off"]);

/** Fetches an address and reads the article there. Throws for a fault of ours, so that it is tried again. */
export async function lookAt(
  fetchPage: PageFetcher,
  reader: Pick<PageReader, "read">,
  url: string,
  signal?: AbortSignal,
): Promise<Seen> {
  const fetched = await fetchPage(url, signal);
  if (!fetched.ok) {
    const { kind, status } = fetched.error;
    return failed(kind, status === undefined ? kind : String(status), status);
  }
  const { bytes, contentType, finalUrl, fetchedAt } = fetched.value;
  const page = { finalUrl, bytesSha256: createHash("sha256").update(bytes).digest("hex") };
  const read = await reader.read({ kind: "page", bytes, contentType, url: finalUrl });
  if (!read.ok) {
    const { kind, message } = read.error;
    if (ourFaults.has(kind)) throw new Error(message);
    return { ...failed(kind, kind), ...page };
  }
  // As a text is when it is taken in, so that two texts differ only where the pages do.
  const [text, title] = [cleanText(read.value.text), cleanLine(read.value.title)];
  const isCut = read.value.notice === onlyBeginning;
  return {
    ...page,
    sighting: { kind: "read", finalUrl, text, isCut },
    problem: isCut ? "beginning" : null,
    draft: { ...read.value, title, text, fetchedAt },
  };
}

const failed = (kind: string, problem: string, status?: number): Seen => ({
  sighting: { kind: "failed", problem: kind, status },
  problem,
  finalUrl: null,
  bytesSha256: null,
  draft: null,
});
