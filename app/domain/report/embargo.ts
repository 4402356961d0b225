/** A report that is to be published at a time, or was to be. */
export interface Embargo {
  id: string;
  articleId: string;
  /** ISO 8601 in UTC. */
  until: string;
  /** Person id. */
  setBy: string;
  setAt: string;
  state: "waiting" | "published" | "failed" | "cancelled";
  /** Why it was not published; null where it was, or waits. */
  failure: string | null;
}

/** What is published when the time has come: the composer's words, and of each verdict what was seen. */
export interface EmbargoedReport {
  headline: string;
  summary: string;
  exception?: string | undefined;
  reason?: string | undefined;
  order?: string[] | undefined;
  verdicts: { claimId: string; contentHash: string; shortClaim: string }[];
}

/** An instant from a date and a time that a form calls UTC (`2026-03-10T09:30`); null for what is none. */
export function instantFromForm(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(text)) return null;
  const at = new Date(`${text}Z`);
  // A day that is not in its month is none, though a Date would make one of it.
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(text.slice(0, 16))
    ? null
    : at.toISOString();
}

/** The same backwards, for the form. */
export const instantForForm = (iso: string): string => iso.slice(0, 16);
