import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

import { waitsForComparison, type TriageClaim } from "./triage-claims";

/** Milliseconds between looks at whether claims have been compared. */
const lookEvery = 1_500;
/** After so many looks the page stops asking; a reload asks again. */
const mostLooks = 40;

/** Loads the page's data again while claims are being compared in the background, so that matches appear by themselves. */
export function useWhileComparing(claims: readonly TriageClaim[]): void {
  const { revalidate, state } = useRevalidator();
  const waiting = claims.some(
    ({ claim }) => claim.comparedAt === null && waitsForComparison.has(claim.state),
  );
  const looks = useRef(0);
  useEffect(() => {
    if (!waiting) looks.current = 0;
    if (!waiting || state !== "idle" || looks.current >= mostLooks) return;
    const timer = setTimeout(() => {
      looks.current += 1;
      revalidate();
    }, lookEvery);
    return () => clearTimeout(timer);
  }, [waiting, state, revalidate]);
}
