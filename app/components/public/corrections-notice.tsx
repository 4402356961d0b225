import type { ReactNode } from "react";

import { Notice } from "~/components/ui/notice";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { kindRules } from "~/domain/report/correction/kinds";
import { kindOf, type PublishedChange } from "~/domain/report/publication";

/** A change that was published, with the verdict that it was of where the page has several. */
export type ToldChange = PublishedChange & {
  of?: { slug: string; shortClaim: string };
  /** The number of the version that it replaced, which stays to be read. */
  replaced?: number | null;
};

export interface CorrectionsNoticeProps {
  /** In order. */
  corrections: readonly ToldChange[];
  /** The verdict’s part of its address, where the page is about one. */
  slug?: string;
}

/** What was corrected since publication and why, above everything else. */
export function CorrectionsNotice({ corrections, slug }: CorrectionsNoticeProps) {
  if (corrections.length === 0) return null;
  return (
    <Notice kind="info" title={corrections.length === 1 ? "Correction" : "Corrections"}>
      <Told changes={corrections} slug={slug} />
    </Notice>
  );
}

/** What was added since publication, below everything that was signed. */
export function UpdatesNote({ updates, slug }: { updates: readonly ToldChange[]; slug?: string }) {
  if (updates.length === 0) return null;
  return (
    <Section look="read" title={updates.length === 1 ? "Update" : "Updates"} id="updates">
      <Told changes={updates} slug={slug} />
    </Section>
  );
}

function Told({ changes, slug }: { changes: readonly ToldChange[]; slug: string | undefined }) {
  return (
    <ul className="flex flex-col gap-2">
      {changes.map(({ of, ...change }) => (
        <li key={`${change.at} ${of?.slug ?? ""}`} className="wrap-anywhere">
          <Time iso={change.at} />
          {of ? (
            <>
              {", "}
              <a href={`/claims/${of.slug}`} className="underline">
                {of.shortClaim}
              </a>
            </>
          ) : null}
          {kindOf(change) === "verdict_change"
            ? `, ${kindRules.verdict_change.label.toLowerCase()}`
            : null}
          {change.reason === "" ? "." : ": "}
          <span className="whitespace-pre-line">{change.reason}</span>
          <Before slug={of?.slug ?? slug} replaced={change.replaced ?? null} />
        </li>
      ))}
    </ul>
  );
}

/** Leads to what was said before, and what is different now. */
function Before(props: { slug: string | undefined; replaced: number | null }): ReactNode {
  const { slug, replaced } = props;
  if (slug === undefined || replaced === null) return null;
  return (
    <>
      {" "}
      <a
        href={`/claims/${slug}/versions/${replaced}`}
        className="no-print inline-flex min-h-6 items-center underline"
      >
        What was said before, and what changed
      </a>
    </>
  );
}
