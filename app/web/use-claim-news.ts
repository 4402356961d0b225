import { useEffect, useState } from "react";

import { claimNews } from "~/domain/claim/list/claim-item";
import { noNews, withNews, type NewsOfList } from "~/domain/claim/list/list-news";

/** Milliseconds between two questions. */
const askEvery = 4_000;

/**
 * What happened to claims since a list was loaded: asked every few seconds while the page can be seen, and begun anew
 * with every load. `seq` is where the trail stood before the list was read, `query` the list's filter.
 */
export function useClaimNews(seq: number, query: string): NewsOfList {
  const list = `${seq} ${query}`;
  const [known, setKnown] = useState({ list, news: noNews(seq) });
  useEffect(() => {
    let news = noNews(seq);
    let isAsking = false;
    const ending = new AbortController();
    const ask = async () => {
      if (isAsking || document.visibilityState !== "visible" || !navigator.onLine) return;
      isAsking = true;
      try {
        const asked = new URLSearchParams(query);
        asked.set("since", String(news.seq));
        const response = await fetch(`/desk/claims/news?${asked}`, { signal: ending.signal });
        if (response.status === 401) return end();
        if (!response.ok) return;
        const next = withNews(news, claimNews.parse(await response.json()));
        if (next === news || ending.signal.aborted) return;
        news = next;
        setKnown({ list, news });
      } catch {
        // Not reachable just now; asked again in a moment.
      } finally {
        isAsking = false;
      }
    };
    const end = () => {
      ending.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
    const timer = setInterval(() => void ask(), askEvery);
    document.addEventListener("visibilitychange", ask);
    return end;
  }, [list, seq, query]);
  return known.list === list ? known.news : noNews(seq);
}
