import { fetchProblem, type FetchProblem } from "./problem";

const tryAgain = "Try again or paste the text.";
const timeouts = new Set([
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "ETIMEDOUT",
]);

/** What an error of the network, TLS or decompression means to the person who asked for the page. */
export function explain(error: unknown, outOfTime: boolean, totalMs: number): FetchProblem {
  const code = codeOf(error);
  if (outOfTime || timeouts.has(code)) {
    const seconds = totalMs / 1000;
    const limit = `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
    return fetchProblem("timeout", `The page took longer than ${limit}.`, tryAgain);
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA") {
    return fetchProblem(
      "unreachable",
      "No site with that name was found.",
      "Check the address, or paste the text.",
    );
  }
  if (code === "ECONNREFUSED" || code === "EHOSTUNREACH" || code === "ENETUNREACH") {
    return fetchProblem("unreachable", "The site did not accept the connection.", tryAgain);
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) {
    return fetchProblem(
      "unreachable",
      "The site's certificate is not valid, so the page cannot be trusted.",
    );
  }
  if (/^Z_|^ERR__?BROTLI|^ERR_BROTLI/.test(code)) {
    return fetchProblem("unreachable", "The page arrived damaged.", tryAgain);
  }
  return fetchProblem("unreachable", "The connection to the site failed.", tryAgain);
}

/** The code of an error, also of the first one when several addresses were tried. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && !("code" in error)) return codeOf(error.errors[0]);
  if (error instanceof Error && "code" in error && typeof error.code === "string")
    return error.code;
  return "";
}
