import { FetchFailure, fetchProblem } from "./problem";

const textTypes = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown"];
const fileTypes = [
  "application/pdf",
  "application/x-pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
];
/** What sites say of a file of which they know nothing. What it is, its bytes say. */
const untoldTypes = ["application/octet-stream", "binary/octet-stream", "application/zip"];

/** Types under which an article may come back, as a page or as a file. */
export const readableTypes: ReadonlySet<string> = new Set([
  ...textTypes,
  ...fileTypes,
  ...untoldTypes,
]);

const mediaType = (contentType: string): string =>
  (contentType.split(";")[0] ?? "").trim().toLowerCase();

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
  const type = mediaType(contentType);
  if (types.has(type)) return;
  // The header is the site's own words, and is shown only when it looks like a type.
  const shown = /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/.test(type)
    ? type
    : "something without a known type";
  throw new FetchFailure(
    fetchProblem(
      "wrong_type",
      `The address holds ${shown}, not a page of text, a PDF or a .docx file.`,
    ),
  );
}
