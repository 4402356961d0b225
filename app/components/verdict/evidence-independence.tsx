import type { Evidence } from "~/domain/evidence/evidence";
import { independenceOf } from "~/domain/evidence/independence";

import { IndependenceMeter } from "./independence-meter";

/** Counts where it is drawn. Load it lazily: it brings the list of public suffixes with it. */
export default function EvidenceIndependence({ evidence }: { evidence: readonly Evidence[] }) {
  return <IndependenceMeter independence={independenceOf(evidence)} />;
}
