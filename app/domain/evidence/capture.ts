import type { KeptScreenshot, ScreenshotFailure } from "./screenshot";

/** `asked` also while it waits to be tried again. */
export const captureStates = ["asked", "fetching", "kept", "failed"] as const;
export type CaptureState = (typeof captureStates)[number];

/** Why a source could not be captured, by name. */
export const captureFailures = [
  "bad_url",
  "not_http",
  "credentials",
  "port",
  "private_address",
  "too_many_redirects",
  "too_large",
  "timeout",
  "http_gone",
  "http_refused",
  "http_trouble",
  "http_status",
  "unreachable",
  "disk_full",
  "store_away",
  "fault",
] as const;
export type CaptureFailure = (typeof captureFailures)[number];

/** Why no text was read from what was captured. The bytes are kept all the same. */
export const textFailures = ["not_text", "no_text", "too_complex", "not_read"] as const;
export type TextFailure = (typeof textFailures)[number];

/** What a source said when the desk looked at it. */
export interface Capture {
  id: string;
  claimId: string;
  url: string;
  state: CaptureState;
  attempts: number;
  failure: CaptureFailure | null;
  askedAt: string;
  /** Of one that waits: not before. */
  dueAt: string;
  kept: KeptCapture | null;
}

export interface KeptCapture {
  /** ISO 8601 in UTC: when the source answered. */
  fetchedAt: string;
  finalUrl: string;
  /** Every address on the way after the first. */
  redirects: string[];
  status: number;
  contentType: string;
  remoteAddress: string | null;
  /** SHA-256 of the site's certificate. */
  certificate: string | null;
  tool: string;
  bodyBytes: number;
  bodySha256: string;
  /** Null where no text could be read; `noText` says why. */
  textSha256: string | null;
  noText: TextFailure | null;
  screenshot: KeptScreenshot | null;
  /** Why there is no screenshot; null where there is one, and of captures from before there were any. */
  noScreenshot: ScreenshotFailure | null;
  warcBytes: number;
  warcSha256: string;
}

const failureWords: Record<CaptureFailure, string> = {
  bad_url: "That is no web address that could be opened.",
  not_http: "Only http and https addresses can be captured.",
  credentials: "The address holds a user name or a password, and was not opened.",
  port: "Only pages on the usual web ports, 80 and 443, are opened.",
  private_address: "That address is not on the public internet, so it was not opened.",
  too_many_redirects: "The address leads from one page to the next without end.",
  too_large: "The source is larger than 20 MB.",
  timeout: "The site did not answer in time.",
  http_gone: "The site has no page at this address.",
  http_refused: "The site does not show this page to us.",
  http_trouble: "The site could not answer.",
  http_status: "The site answered with something that is no page.",
  unreachable: "The site could not be reached.",
  disk_full: "The desk’s disk is full, so nothing could be kept.",
  store_away: "The desk’s storage could not be reached.",
  fault: "A fault on our side kept it from being captured.",
};

export const captureFailureWords = (failure: CaptureFailure): string => failureWords[failure];

export const textFailureWords: Record<TextFailure, string> = {
  not_text: "It is no page of text, so no excerpt can be looked for in it.",
  no_text: "No text was found in it.",
  too_complex: "It is too large or too deeply nested for its text to be read.",
  not_read: "Its text could not be read.",
};

/** Seconds until each further try; what is not here is left to people. */
const tries: Partial<Record<CaptureFailure, readonly number[]>> = {
  timeout: [60, 600],
  unreachable: [30, 300, 1800],
  http_trouble: [60, 600, 3600],
  // Of our own: the source may be gone tomorrow, so it goes on until it works.
  disk_full: [30, 60, 120, 300, 600, 600, 600, 600, 600, 600],
  store_away: [5, 15, 30, 60, 120, 300, 600, 600, 600, 600],
  fault: [30, 300],
};

/**
 * Seconds after which a capture that failed is tried again; null where trying again would change nothing, or was tried
 * often enough.
 *
 * @param tried how often since somebody asked for it.
 */
export function tryAgainAfter(failure: CaptureFailure, tried: number): number | null {
  return tries[failure]?.[tried - 1] ?? null;
}

/** What the answer of a site means for its capture; null when it is the page itself. */
export function failureOfStatus(status: number): CaptureFailure | null {
  if (status >= 200 && status < 300) return null;
  if (status === 404 || status === 410) return "http_gone";
  if ([401, 402, 403, 451].includes(status)) return "http_refused";
  return status === 429 || status >= 500 ? "http_trouble" : "http_status";
}

export const shortHash = (hash: string): string => hash.slice(0, 12);

/** A size as people read it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
