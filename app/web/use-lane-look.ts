import { useEffect } from "react";

/**
 * Notes which claim stands on the screen, so that the next visit says what has changed since. Past the router, which would
 * load the page again; and not where pages are loaded, because the next claim is loaded while this one is read.
 */
export function useLaneLook(claimId: string, isReadOnly: boolean): void {
  useEffect(() => {
    if (isReadOnly) return;
    // What cannot be noted is told as new once more.
    fetch(`/desk/approvals/${claimId}/look`, { method: "POST", body: new URLSearchParams() }).catch(
      () => undefined,
    );
  }, [claimId, isReadOnly]);
}
