import { FilePen } from "lucide-react";

import { EmptyState } from "~/components/ui/empty-state";
import { Time } from "~/components/ui/time";
import { RichText } from "~/components/verdict/rich-text";
import type { SitePageFrame } from "~/domain/site/site-page";
import type { RichText as Blocks } from "~/domain/verdict/rich-text";

import { ReadingPage } from "./reading-page";

export interface SitePageProps {
  frame: SitePageFrame;
  /** What stands on it; null where nobody wrote anything. */
  blocks: Blocks | null;
  /** When the desk last changed it; null for what came with the program. */
  changedAt: string | null;
}

/** A page on which the desk says who it is or how it works, or that it has not said so. */
export function SitePage({ frame, blocks, changedAt }: SitePageProps) {
  return (
    <ReadingPage title={frame.title} lead={frame.lead}>
      {blocks === null ? (
        <EmptyState icon={FilePen} title="This desk has not said so yet">
          Here it should say: {frame.asks.charAt(0).toLowerCase()}
          {frame.asks.slice(1)} Until it does, take that into account.
        </EmptyState>
      ) : (
        <RichText blocks={blocks} sources={[]} />
      )}
      {blocks === null ? null : (
        <p className="text-sm text-muted">
          {changedAt === null ? (
            "This text comes with the software that the desk uses and describes what it enforces."
          ) : (
            <>
              Last changed by the desk <Time iso={changedAt} />.
            </>
          )}
        </p>
      )}
    </ReadingPage>
  );
}
