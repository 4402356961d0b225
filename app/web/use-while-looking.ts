import { useEffect } from "react";

import { useLookAgain } from "./use-look-again";

/** Milliseconds between two questions whether a look has ended. */
const askEvery = 1_500;

/** Loads the page again and again while an article is being looked at, so that what comes of it shows by itself. */
export function useWhileLooking(isOpen: boolean): void {
  const ask = useLookAgain();
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(ask, askEvery);
    return () => clearInterval(timer);
  }, [isOpen, ask]);
}
