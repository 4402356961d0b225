/** Why a page could not be fetched. `message` is for the person who asked, and may be shown as it is. */
export interface FetchProblem {
  kind:
    | "bad_url"
    | "not_http"
    | "credentials"
    | "port"
    | "private_address"
    | "too_many_redirects"
    | "too_large"
    | "timeout"
    | "wrong_type"
    | "http_status"
    | "unreachable";
  message: string;
  /** Of `http_status`: what the site answered. */
  status?: number;
}

/** The problem with what to do about it; nothing is ever saved when one of these comes back. */
export function fetchProblem(
  kind: FetchProblem["kind"],
  happened: string,
  advice = "Paste the text instead.",
): FetchProblem {
  return { kind, message: `${happened} Nothing was saved. ${advice}` };
}

/** A problem on its way through code that can only throw, such as streams and connectors. */
export class FetchFailure extends Error {
  override readonly name = "FetchFailure";

  constructor(readonly problem: FetchProblem) {
    super(problem.message);
  }
}
