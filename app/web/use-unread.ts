import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";

/** Milliseconds between two questions. With 200 people, 20 questions a second that each read one index and one row. */
const askEvery = 10_000;
const answer = z.object({
  unread: z.number().int().min(0).nullable(),
  readOnly: z.boolean().nullable(),
});
type News = z.infer<typeof answer>;

const changed = "countersign:notifications";

/** Says that something was read, so that the number is asked for now. */
export const askAgain = (): void => void window.dispatchEvent(new Event(changed));

/**
 * How many notifications are unread, asked again and again while the page can be seen. `loaded` is what the server said
 * with the page: whenever it loads anew, that counts. The same answer tells whether the desk is read-only; where that is
 * no longer what the page says, the page is loaded anew.
 */
export function useUnread(loaded: number, readOnly: boolean): number {
  const [heard, setHeard] = useState({ loaded, unread: loaded });
  // What was heard before this load is older than it.
  if (heard.loaded !== loaded) setHeard({ loaded, unread: loaded });
  const { revalidate } = useRevalidator();
  const shown = useRef({ readOnly, revalidate });
  useEffect(() => {
    shown.current = { readOnly, revalidate };
  });
  useEffect(() => {
    const ending = new AbortController();
    const ask = async () => {
      if (document.visibilityState !== "visible" || !navigator.onLine) return;
      const news = await askForNews(ending.signal);
      if (ending.signal.aborted) return;
      if (news === "signed out") return end();
      const { unread, readOnly: isReadOnly } = news;
      if (unread !== null) {
        setHeard((known) => (known.unread === unread ? known : { ...known, unread }));
      }
      if (isReadOnly !== null && isReadOnly !== shown.current.readOnly) shown.current.revalidate();
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

const nothing: News = { unread: null, readOnly: null };

async function askForNews(signal: AbortSignal): Promise<News | "signed out"> {
  try {
    const response = await fetch("/desk/notifications/unread", { signal });
    if (response.status === 401) return "signed out";
    return response.ok ? answer.parse(await response.json()) : nothing;
  } catch {
    return nothing;
  }
}
