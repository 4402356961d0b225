import { lazy, Suspense } from "react";

import { Section } from "~/components/ui/page";
import { useHydrated } from "~/components/ui/use-hydrated";
import { ContentHash } from "~/components/verdict/content-hash";
import { EvidenceList } from "~/components/verdict/evidence-item";
import { RatingBadge } from "~/components/verdict/rating-badge";
import { RichText } from "~/components/verdict/rich-text";
import { SourcingWords } from "~/components/verdict/sourcing-words";
import type { VerdictVersion } from "~/domain/verdict/content";

const EvidenceIndependence = lazy(() => import("~/components/verdict/evidence-independence"));

/** Kept free while the list of registered domains, which is large, is on its way. */
const room = <div className="min-h-9" />;

export interface FrozenVerdictProps {
  version: Pick<VerdictVersion, "number" | "content" | "contentHash">;
}

/** A submitted verdict as it was frozen, read-only and whole: this is what a signature covers. */
export function FrozenVerdict({ version }: FrozenVerdictProps) {
  const { verdict, evidence, sourcing } = version.content;
  const hydrated = useHydrated();
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
        {/* What is told anew while a page is still waking up would be thrown away and drawn again. */}
        {hydrated ? (
          <Suspense fallback={room}>
            <EvidenceIndependence evidence={evidence} />
          </Suspense>
        ) : (
          room
        )}
        <SourcingWords sourcing={sourcing} />
      </Section>
    </div>
  );
}
