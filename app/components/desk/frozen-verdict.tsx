import { useEffect, useState, type ComponentType } from "react";

import { Section } from "~/components/ui/page";
import { ContentHash } from "~/components/verdict/content-hash";
import { EvidenceList } from "~/components/verdict/evidence-item";
import { RatingBadge } from "~/components/verdict/rating-badge";
import { RichText } from "~/components/verdict/rich-text";
import { SourcingWords } from "~/components/verdict/sourcing-words";
import type { Evidence } from "~/domain/evidence/evidence";
import type { VerdictVersion } from "~/domain/verdict/content";

export interface FrozenVerdictProps {
  version: Pick<VerdictVersion, "number" | "content" | "contentHash">;
}

/** A submitted verdict as it was frozen, read-only and whole: this is what a signature covers. */
export function FrozenVerdict({ version }: FrozenVerdictProps) {
  const { verdict, evidence, sourcing } = version.content;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <RatingBadge rating={verdict.rating} />
          <span className="text-sm text-muted">Version {version.number}, read-only</span>
        </p>
        <p className="font-serif text-lg">{verdict.summary}</p>
        <ContentHash hash={version.contentHash} />
      </div>
      <Section look="part" title="Why">
        <RichText blocks={verdict.rationale} sources={evidence} headingLevel={4} />
      </Section>
      <Section look="part" title="Evidence" aside={`${evidence.length}`}>
        <EvidenceList evidence={evidence} rationale={verdict.rationale} />
        <Independence evidence={evidence} />
        <SourcingWords sourcing={sourcing} />
      </Section>
    </div>
  );
}

interface IndependenceProps {
  evidence: readonly Evidence[];
}

/**
 * How independent the sources are. It needs the list of registered domains, which is large and comes when the page
 * stands: a boundary that suspends would be drawn anew when something is told to the page while it wakes up.
 */
function Independence({ evidence }: IndependenceProps) {
  const [Shown, setShown] = useState<ComponentType<IndependenceProps> | null>(null);
  useEffect(() => {
    let isGone = false;
    import("~/components/verdict/evidence-independence")
      .then((module) => module.default)
      .catch(() => NotLoaded)
      .then((loaded) => {
        if (!isGone) setShown(() => loaded);
      })
      .catch(reportError);
    return () => {
      isGone = true;
    };
  }, []);
  return Shown === null ? <div className="min-h-9" /> : <Shown evidence={evidence} />;
}

const NotLoaded = () => (
  <p className="text-sm text-muted">
    How independent the sources are could not be loaded. Reload the page to see it.
  </p>
);
