import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";

/**
 * Loads the page again when the server can be reached. Asked first, because a load that fails would put an error page
 * in place of the editor and of everything that is being typed. While a step is on its way the page waits for it: its
 * answer loads everything anyway, and would be broken off.
 */
export function useLookAgain(): () => void {
  const { revalidate } = useRevalidator();
  const idle = useNavigation().state === "idle";
  const isIdle = useRef(idle);
  const missed = useRef(false);
  const look = useCallback(() => {
    fetch("/session")
      .then(async ({ status }) => {
        if (status !== 204 && status !== 401) return;
        if (isIdle.current) await revalidate();
        else missed.current = true;
      })
      // Not reachable: the session asks again. Interrupted: by a load that is newer than this one.
      .catch(() => undefined);
  }, [revalidate]);
  useEffect(() => {
    isIdle.current = idle;
    if (!idle || !missed.current) return;
    missed.current = false;
    look();
  }, [idle, look]);
  return look;
}
