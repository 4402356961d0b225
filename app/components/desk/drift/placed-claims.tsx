import { Link } from "@remix-run/react";

import { Badge, type BadgeTone } from "~/components/ui/badge";
import {
  awaitsPlace,
  isOpenDrift,
  standingPlacement,
  type ClaimDrift,
} from "~/domain/article/drift/drift";
import type { Placement } from "~/domain/article/drift/place-claim";
import { placementLabel } from "~/domain/article/drift/words";
import type { ClaimState } from "~/domain/review/workflow";

import { ClaimStateBadge } from "../claim-state-badge";
import { DriftBadge } from "./drift-marks";

export interface PlacedIn {
  drifts: readonly ClaimDrift[];
  /** Whether this person may say where words stand that were not found for sure. */
  mayPlace?: boolean;
}

const tones: Record<Placement, BadgeTone> = {
  same: "success",
  surroundings: "success",
  changed: "warning",
  unsure: "warning",
  gone: "danger",
};

const endWords = {
  dismissed: "dismissed by an editor",
  acted: "acted on",
  placed: "placed by an editor",
  superseded: "a newer version took its place",
};

/** What became of every claim, those that wait for somebody first. */
export function PlacedClaims({
  drifts,
  claims,
  mayPlace = false,
}: PlacedIn & { claims: readonly { id: string; statement: string; state: ClaimState }[] }) {
  const rows = claims.flatMap((claim) => {
    const drift = drifts.find(({ claimId }) => claimId === claim.id);
    return drift ? [{ claim, drift }] : [];
  });
  const waiting = rows.toSorted(
    (a, b) => Number(isOpenDrift(b.drift)) - Number(isOpenDrift(a.drift)),
  );
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-raised">
      {waiting.map(({ claim, drift }) => {
        const standing = standingPlacement(drift);
        return (
          <li key={claim.id} className="flex flex-col gap-1 px-3 py-2">
            <Link to={`/desk/claims/${claim.id}`} className="font-medium hover:underline">
              {claim.statement}
            </Link>
            <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
              {isOpenDrift(drift) ? <DriftBadge /> : null}
              <Badge tone={tones[standing]}>{placementLabel[standing]}</Badge>
              <ClaimStateBadge state={claim.state} />
              {mayPlace && awaitsPlace(drift) ? (
                <Link
                  to={`/desk/claims/${claim.id}/place`}
                  className="inline-flex min-h-6 items-center text-accent underline"
                >
                  {drift.isChosen ? "Choose another passage" : "Choose the passage"}
                  <span className="sr-only"> for “{claim.statement}”</span>
                </Link>
              ) : null}
              {drift.ended === null ? null : <span>{endWords[drift.ended]}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
