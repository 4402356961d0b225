import { useEffect, useState } from "react";
import { z } from "zod";

/** Milliseconds between two questions. With 200 people, 20 questions a second that each read one index. */
const askEvery = 10_000;
const answer = z.object({ unread: z.number().int().min(0).nullable() });

const changed = "countersign:notifications";

/** Says that something was read, so that the number is asked for now. */
export const askAgain = (): void => void window.dispatchEvent(new Event(changed));

/**
 * How many notifications are unread, asked again and again while the page can be seen. `loaded` is what the server said
 * with the page: whenever it loads anew, that counts.
 */
export function useUnread(loaded: number): number {
  const [heard, setHeard] = useState({ loaded, unread: loaded });
  // What was heard before this load is older than it.
  if (heard.loaded !== loaded) setHeard({ loaded, unread: loaded });
  useEffect(() => {
    const ending = new AbortController();
    const ask = async () => {
      if (document.visibilityState !== "visible" || !navigator.onLine) return;
      const unread = await askForUnread(ending.signal);
      if (ending.signal.aborted) return;
      if (unread === "signed out") end();
      else if (unread !== null) {
        setHeard((known) => (known.unread === unread ? known : { ...known, unread }));
      }
    };
    const end = () => {
      ending.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
      window.removeEventListener("online", ask);
      window.removeEventListener(changed, ask);
    };
    const timer = setInterval(() => void ask(), askEvery);
    document.addEventListener("visibilitychange", ask);
    window.addEventListener("online", ask);
    window.addEventListener(changed, ask);
    return end;
  }, []);
  return heard.unread;
}

async function askForUnread(signal: AbortSignal): Promise<number | "signed out" | null> {
  try {
    const response = await fetch("/desk/notifications/unread", { signal });
    if (response.status === 401) return "signed out";
    return response.ok ? answer.parse(await response.json()).unread : null;
  } catch {
    return null;
  }
}
