import { useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * Lets a link to a place in the page (a footnote, a source) be followed while a step is on its way. The router takes a new
 * fragment for a journey of its own and breaks the step off: it is carried out, and the page would not know.
 */
export function useLinksWhileBusy(): void {
  const isBusy = useRef(false);
  const busy = useNavigation().state !== "idle";
  useEffect(() => {
    isBusy.current = busy;
  }, [busy]);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (!isBusy.current || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
        return;
      const place = placeInPage(event.target);
      if (place === null) return;
      event.preventDefault();
      place.scrollIntoView();
      place.focus({ preventScroll: true });
    };
    document.addEventListener("click", follow, { capture: true });
    return () => document.removeEventListener("click", follow, { capture: true });
  }, []);
}

/** Where a link that was clicked leads, when that is on this page. */
function placeInPage(target: EventTarget | null): HTMLElement | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (link === null || link.hash === "" || link.target === "_blank") return null;
  const { origin, pathname, search } = window.location;
  if (link.origin !== origin || link.pathname !== pathname || link.search !== search) return null;
  return document.getElementById(link.hash.slice(1));
}
