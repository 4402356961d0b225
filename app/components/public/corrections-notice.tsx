import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";
import type { PublishedChange } from "~/domain/report/publication";

export interface CorrectionsNoticeProps {
  /** Corrections that were published, in order; with the claim that each was of where the page has several. */
  corrections: readonly (PublishedChange & { of?: { slug: string; shortClaim: string } })[];
}

/** What was corrected since publication and why, above everything else. */
export function CorrectionsNotice({ corrections }: CorrectionsNoticeProps) {
  if (corrections.length === 0) return null;
  return (
    <Notice kind="info" title={corrections.length === 1 ? "Correction" : "Corrections"}>
      <ul className="flex flex-col gap-2">
        {corrections.map(({ at, reason, of }) => (
          <li key={`${at} ${of?.slug ?? ""}`} className="wrap-anywhere">
            <Time iso={at} />
            {of ? (
              <>
                {", "}
                <a href={`/claims/${of.slug}`} className="underline">
                  {of.shortClaim}
                </a>
              </>
            ) : null}
            {reason === "" ? "." : ": "}
            <span className="whitespace-pre-line">{reason}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
