import type { Capture, CaptureFailure, CaptureState, TextFailure } from "./capture";
import type { Evidence } from "./evidence";
import type { EvidenceFile } from "./evidence-file";
import type { ExcerptCheck } from "./excerpt-check";
import { sourceAddress } from "./source-address";

/** How a source of a review stands: its capture, and whether its excerpt is in it. */
export interface SourceStanding {
  captureId: string;
  state: CaptureState;
  failure: CaptureFailure | null;
  dueAt: string;
  kept: {
    fetchedAt: string;
    bodyBytes: number;
    warcSha256: string;
    noText: TextFailure | null;
  } | null;
  /** Null where there is no excerpt, or no text to look for it in. */
  excerpt: ExcerptCheck | null;
}

/** What a page knows of the sources of a review, by the ids of their cards. */
export interface KnownSources {
  standings: SourceStandings;
  files: Readonly<Record<string, readonly ShownFile[]>>;
}

export type ShownFile = Pick<EvidenceFile, "id" | "card" | "name" | "bytes">;

/** By the ids of the cards; a card that is left out has no capture. */
export type SourceStandings = Readonly<Record<string, SourceStanding>>;

/** The capture of each source that has one, by the id of its card. */
export function capturesByCard(
  evidence: readonly Pick<Evidence, "id" | "url">[],
  captures: readonly Capture[],
): Map<string, Capture> {
  const byUrl = new Map(captures.map((capture) => [capture.url, capture]));
  return new Map(
    evidence.flatMap(({ id, url }): [string, Capture][] => {
      const capture = byUrl.get(sourceAddress(url)?.url ?? "");
      return capture ? [[id, capture]] : [];
    }),
  );
}

/**
 * How each source stands.
 *
 * @param check looks for an excerpt in the words of a capture; null where it has none.
 */
export function sourceStandings(
  evidence: readonly Pick<Evidence, "id" | "url" | "excerpt">[],
  captures: readonly Capture[],
  check: (capture: Capture, excerpt: string) => ExcerptCheck | null,
): SourceStandings {
  const byCard = capturesByCard(evidence, captures);
  const standings = evidence.flatMap(({ id, excerpt }): [string, SourceStanding][] => {
    const capture = byCard.get(id);
    if (!capture) return [];
    const { id: captureId, state, failure, dueAt, kept } = capture;
    return [
      [
        id,
        {
          ...{ captureId, state, failure, dueAt },
          kept: kept && {
            fetchedAt: kept.fetchedAt,
            bodyBytes: kept.bodyBytes,
            warcSha256: kept.warcSha256,
            noText: kept.noText,
          },
          excerpt: kept && excerpt.trim() !== "" ? check(capture, excerpt) : null,
        },
      ],
    ];
  });
  return Object.fromEntries(standings);
}

/** Whether something is still to come without anybody asking. */
export const isUnderWay = ({ state }: Pick<SourceStanding, "state">): boolean =>
  state === "asked" || state === "fetching";
