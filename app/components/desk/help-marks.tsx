import { createContext, useContext } from "react";

import { HelpBadge } from "./help-request";

/** The claims of this page whose writers wait for a colleague's answer, as far as who reads it may know. */
export const HelpMarks = createContext<readonly string[]>([]);

/** A mark on a claim in a list; nothing on one where nobody asks. */
export function HelpMark({ claimId }: { claimId: string }) {
  return useContext(HelpMarks).includes(claimId) ? <HelpBadge /> : null;
}
