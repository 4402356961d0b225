import { Avatars } from "~/components/ui/avatars";

import { usePeopleInRoom } from "./people-in-rooms";

/** On a claim's row: who else is in its room now. */
export function PeopleHere({ claimId }: { claimId: string }) {
  return <Avatars people={usePeopleInRoom(claimId)} where="in this review now" />;
}
