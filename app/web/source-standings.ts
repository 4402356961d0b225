import type { Ports } from "~/commands/ports";
import type { Capture } from "~/domain/evidence/capture";
import type { Evidence } from "~/domain/evidence/evidence";
import { checkExcerpt, type ExcerptCheck } from "~/domain/evidence/excerpt-check";
import {
  capturesByCard,
  sourceStandings,
  type KnownSources,
  type SourceStandings,
} from "~/domain/evidence/source-standing";

/** What was looked for lately: a page asks every few seconds, and a long text takes some milliseconds to go through. */
const known = new Map<string, ExcerptCheck>();
const mostKnown = 2_000;

/**
 * How the sources of a review stand now, as the person who asks may know it. The texts of captures are only read where an
 * excerpt has changed since somebody last asked.
 */
export async function readStandings(
  { captures }: Pick<Ports, "captures">,
  claimId: string,
  evidence: readonly Pick<Evidence, "id" | "url" | "excerpt">[],
): Promise<SourceStandings> {
  if (evidence.length === 0) return {};
  const all = await captures.ofClaim(claimId);
  const byCard = capturesByCard(evidence, all);
  const unknown = evidence.flatMap(({ id, excerpt }) => {
    const capture = byCard.get(id);
    const isNew = capture?.kept?.textSha256 && excerpt.trim() && !known.has(key(capture, excerpt));
    return isNew ? [capture.id] : [];
  });
  const texts = await captures.texts([...new Set(unknown)]);
  return sourceStandings(evidence, all, (capture, excerpt) => {
    if (!capture.kept?.textSha256) return null;
    const before = known.get(key(capture, excerpt));
    if (before) return before;
    const text = texts.get(capture.id);
    return text === undefined ? null : remember(key(capture, excerpt), checkExcerpt(text, excerpt));
  });
}

/** The same with the files beside each source. */
export async function readSources(
  ports: Pick<Ports, "captures" | "evidenceFiles">,
  claimId: string,
  evidence: readonly Pick<Evidence, "id" | "url" | "excerpt">[],
): Promise<KnownSources> {
  const [standings, files] = await Promise.all([
    readStandings(ports, claimId, evidence),
    ports.evidenceFiles.ofClaim(claimId),
  ]);
  const shown = files.map(({ id, card, name, bytes }) => ({ id, card, name, bytes }));
  const byCard: Record<string, typeof shown> = {};
  for (const file of shown) (byCard[file.card] ??= []).push(file);
  return { standings, files: byCard };
}

const key = ({ kept }: Capture, excerpt: string): string => `${kept?.textSha256} ${excerpt}`;

function remember(what: string, check: ExcerptCheck): ExcerptCheck {
  const [oldest] = known.keys();
  if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
  known.set(what, check);
  return check;
}
