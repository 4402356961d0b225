import { FetchFailure, fetchProblem } from "./problem";

export const readableTypes: ReadonlySet<string> = new Set([
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "text/markdown",
]);

/** Throws `FetchFailure` unless the status says that the page itself follows. */
export function refuseStatus(status: number): void {
  if (status >= 200 && status < 300) return;
  throw new FetchFailure({ ...fetchProblem("http_status", ...statusMessage(status)), status });
}

function statusMessage(status: number): [happened: string, advice: string] {
  if (status === 404 || status === 410) {
    return [`The site has no page at this address (${status}).`, "Check it, or paste the text."];
  }
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return [`The site does not show this page to us (${status}).`, "Paste the text instead."];
  }
  if (status === 429 || status >= 500) {
    return [`The site could not answer (${status}).`, "Try again later or paste the text."];
  }
  return [`The site answered with status ${status} instead of a page.`, "Paste the text instead."];
}

/** Throws `FetchFailure` unless the content type is one of those wanted. */
export function refuseType(contentType: string, types: ReadonlySet<string>): void {
  const type = (contentType.split(";")[0] ?? "").trim().toLowerCase();
  if (types.has(type)) return;
  // The header is the site's own words, and is shown only when it looks like a type.
  const shown = /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/.test(type)
    ? type
    : "something without a known type";
  throw new FetchFailure(
    fetchProblem("wrong_type", `The address holds ${shown}, not a page of text.`),
  );
}
