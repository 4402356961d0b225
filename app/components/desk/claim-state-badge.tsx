import { Badge, type BadgeTone } from "~/components/ui/badge";
import { stateIcon } from "~/components/ui/icons";
import { stateLabel, type ClaimState } from "~/domain/review/workflow";

const tones: Record<ClaimState, BadgeTone> = {
  proposed: "neutral",
  dismissed: "neutral",
  open: "accent",
  in_review: "accent",
  second_review: "accent",
  disputed: "danger",
  approved: "success",
  published: "success",
  being_corrected: "warning",
  retracted: "danger",
};

/** Where a claim is in its life. */
export function ClaimStateBadge({ state }: { state: ClaimState }) {
  return (
    <Badge tone={tones[state]} icon={stateIcon[state]}>
      {stateLabel[state]}
    </Badge>
  );
}
