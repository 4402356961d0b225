import { useEffect, useRef } from "react";

import { commentInHash } from "./comment-link";

/** Opens the comment that the page's address leads to, on arrival and whenever a link within the page is followed. */
export function useLinkedComment(open: (commentId: string) => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const look = () => {
      const comment = commentInHash(location.hash);
      if (comment !== null) latest.current(comment);
    };
    const frame = requestAnimationFrame(look);
    window.addEventListener("hashchange", look);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("hashchange", look);
    };
  }, []);
}
