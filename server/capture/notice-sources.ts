import type { Sql } from "postgres";

import { documentFrom } from "~/collab/committed-document";
import { readDraft } from "~/collab/review-document";
import type { ReviewDocumentStore } from "~/collab/store";
import { sourceAddress } from "~/domain/evidence/source-address";
import * as Y from "yjs";

/** Reviews that are looked through at once. */
const handful = 25;
/** More than a review ever needs; whatever is beyond waits until somebody asks. */
const mostSources = 200;

/**
 * Asks for a capture of every source that a review names and that has none. It reads what is committed, so no browser need
 * be there any more, and what was written while this server was away is found as well. However often and wherever it
 * runs, each source of a claim is asked for once.
 */
export async function noticeSources(
  sql: Sql,
  documents: Pick<ReviewDocumentStore, "load">,
): Promise<number> {
  let asked = 0;
  for (;;) {
    const reviews = await sql<{ claim_id: string; head: string }[]>`
      select claim_id, head from app_private.reviews_to_look_through(${handful})`;
    for (const { claim_id: claimId, head } of reviews) {
      const sources = (await sourcesOf(documents, claimId)).slice(0, mostSources);
      const [row] = await sql<{ asked: number }[]>`
        select app_private.notice_sources(${claimId}, ${head}, ${sql.json(sources)}) as asked`;
      asked += row?.asked ?? 0;
    }
    if (reviews.length < handful) return asked;
  }
}

interface Source {
  [field: string]: string;
  url: string;
  host: string;
  address: string;
}

/** The sources of a review as it is committed; none of one that cannot be read, which is told elsewhere. */
async function sourcesOf(
  documents: Pick<ReviewDocumentStore, "load">,
  claimId: string,
): Promise<Source[]> {
  const stored = await documents.load(claimId);
  const parts = [
    ...(stored?.snapshot ? [stored.snapshot] : []),
    ...(stored?.updates ?? []).map(({ update }) => update),
  ];
  if (parts.length === 0) return [];
  let evidence;
  try {
    evidence = readDraft(documentFrom(Y.mergeUpdates(parts))).evidence;
  } catch {
    return [];
  }
  return evidence.flatMap(({ url: address }) => {
    const source = sourceAddress(address);
    return source ? [{ ...source, address }] : [];
  });
}
