import { sourceAddress } from "./source-address";
import { publicLookWords, type LookOutcome } from "./source-look";

/** What readers are told of the capture of a source that a published verdict cites. */
export interface PublishedCapture {
  id: string;
  claimId: string;
  /** As the verdict cites it. */
  address: string;
  fetchedAt: string;
  bodySha256: string;
  textSha256: string | null;
  warcSha256: string;
  warcBytes: number;
  /** What the latest look that reached the source found; null when nobody has looked since. */
  outcome: LookOutcome | null;
  lookedAt: string | null;
  /** Since when an editor keeps it from readers; null when nobody does. */
  withheldAt: string | null;
  /** Whether the desk offers the capture to readers: never while it is withheld. */
  isOffered: boolean;
  /** What the source says since it is lost; null where that is not kept. */
  later: LaterPublished | null;
}

export interface LaterPublished {
  fetchedAt: string;
  textSha256: string | null;
  warcSha256: string;
  warcBytes: number;
}

/**
 * The capture that readers are told of beside a source. Where several claims cite it each has one: one that is withheld
 * counts before all, then of a source that is lost to readers the one that says so, else the first.
 */
export function captureOfSource(
  captures: readonly PublishedCapture[],
  address: string,
): PublishedCapture | null {
  const url = sourceAddress(address)?.url;
  if (url === undefined) return null;
  const ofSource = captures.filter((one) => sourceAddress(one.address)?.url === url);
  const withheld = ofSource.find(({ withheldAt }) => withheldAt !== null);
  const [lost] = ofSource
    .filter(({ outcome }) => publicLookWords(outcome) !== null)
    .toSorted((a, b) => (b.lookedAt ?? "").localeCompare(a.lookedAt ?? ""));
  const [first] = ofSource.toSorted((a, b) => a.fetchedAt.localeCompare(b.fetchedAt));
  return withheld ?? lost ?? first ?? null;
}
