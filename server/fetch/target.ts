import { fail, ok, type Result } from "~/domain/result";
import { fetchProblem, type FetchProblem } from "./problem";

const longestUrl = 2048;

/**
 * The address as the fetcher may ask for it: http or https, without credentials, on a port that `permitPort` allows.
 * Where the name leads is checked when the connection is made. `base` is the page that redirected here.
 */
export function checkTarget(
  raw: string,
  permitPort: (port: number) => boolean,
  base?: URL,
): Result<URL, FetchProblem> {
  const text = raw.trim();
  if (text.length > longestUrl) {
    return fail(fetchProblem("bad_url", `The address is longer than ${longestUrl} characters.`));
  }
  if (!URL.canParse(text, base?.href)) {
    return fail(
      fetchProblem(
        "bad_url",
        "That is not a web address.",
        "Check it and try again, or paste the text.",
      ),
    );
  }
  const url = new URL(text, base?.href);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return fail(fetchProblem("not_http", "Only http and https addresses can be opened."));
  }
  if (url.username !== "" || url.password !== "") {
    return fail(
      fetchProblem(
        "credentials",
        "The address contains a user name or a password.",
        "Remove it and try again, or paste the text.",
      ),
    );
  }
  if (!permitPort(portOf(url))) {
    return fail(
      fetchProblem("port", "Only pages on the usual web ports, 80 and 443, can be opened."),
    );
  }
  return ok(url);
}

/** The port that a connection to this http or https address uses. */
function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}
