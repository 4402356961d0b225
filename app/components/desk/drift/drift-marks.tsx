import { FileDiff } from "lucide-react";
import { createContext, useContext } from "react";

import { Badge } from "~/components/ui/badge";

/** The claims of this page whose article does not say any more what it said, and that wait for somebody to look. */
export const DriftMarks = createContext<readonly string[]>([]);

/** A mark on a claim in a list; nothing on one whose words stand. */
export function DriftMark({ claimId }: { claimId: string }) {
  return useContext(DriftMarks).includes(claimId) ? <DriftBadge /> : null;
}

export const DriftBadge = () => (
  <Badge tone="warning" icon={FileDiff}>
    Article changed
  </Badge>
);
