import { GitCompare } from "lucide-react";

import { ButtonLink } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";
import type { FallenSignature } from "~/domain/review/signature-standing";
import { ratingScale } from "~/domain/verdict/rating";

export interface FallenSignatureNoticeProps {
  claimId: string;
  fallen: FallenSignature;
  /** Whether this person may see how the review came about. */
  mayCompare: boolean;
  nameOf: (id: string) => string;
}

/**
 * That a signature does not cover what the review says now: whose, since when, by whom and why, and what changed since.
 * Who has to decide anew is not reminded of the rating.
 */
export function FallenSignatureNotice(props: FallenSignatureNoticeProps) {
  const { claimId, fallen, mayCompare, nameOf } = props;
  const { kind, by, reason, at, version, signedBy } = fallen;
  const who = signedBy.map(nameOf).join(" and ");
  return (
    <Notice
      kind="warning"
      title={
        kind === "void"
          ? `The signature of ${who} is void.`
          : `The signature of ${who} holds for what is published, not for this correction.`
      }
      actions={
        mayCompare && version !== null ? (
          <ButtonLink
            to={`/desk/claims/${claimId}/history?since=${version.documentHead}`}
            size="small"
            icon={GitCompare}
          >
            What changed since it was signed
          </ButtonLink>
        ) : null
      }
    >
      <p className="wrap-anywhere">
        {by ?? "An editor"} {kind === "void" ? "reopened the review" : "began a correction"}{" "}
        <Time iso={at} />
        {reason === null ? "." : `, saying: “${reason}”`}
      </p>
      {version === null || !mayCompare ? null : (
        <p>
          It covered version {version.number}, rated “
          {ratingScale[version.content.verdict.rating].label}”
          {version.origin === "submission"
            ? "."
            : ". That rating came of a dispute; the review itself still has the lead’s."}
        </p>
      )}
    </Notice>
  );
}
