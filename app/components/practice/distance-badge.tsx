import { Badge, type BadgeTone } from "~/components/ui/badge";
import type { Distance } from "~/domain/practice/practice";

const look: Record<Distance, { tone: BadgeTone; label: string }> = {
  same: { tone: "success", label: "The same" },
  neighbouring: { tone: "accent", label: "Neighbouring" },
  far: { tone: "warning", label: "Far apart" },
};

export const distanceLabel = (distance: Distance): string => look[distance].label;

/** How far an answer is from the desk's verdict, in words. */
export function DistanceBadge({ distance }: { distance: Distance }) {
  return <Badge tone={look[distance].tone}>{look[distance].label}</Badge>;
}
