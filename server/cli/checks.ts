import { exportChecks } from "./checks-export";
import { importChecks } from "./checks-import";

const usage =
  "Usage: npm run -s cli -- checks import FILE|-|URL\n       npm run -s cli -- checks export [--markup-pages]";

/**
 * `cli -- checks import FILE`: takes in the published checks of other desks from ClaimReview markup, as JSON-LD, a Data
 * Commons feed, one of either on each line, a page, or pages of Google’s Fact Check Tools; of an address also a feed of
 * pages. 0 when everything could be read, 1 when something could not, 2 when called wrongly.
 *
 * `cli -- checks export` writes all of them as one feed, each with every field that it came with; with `--markup-pages` in
 * the shape of Google’s Fact Check Tools.
 */
export async function checks(args: string[]): Promise<number> {
  const [verb, given, ...more] = args;
  if (verb === "export" && more.length === 0) {
    if (given === undefined) return exportChecks("feed");
    if (given === "--markup-pages") return exportChecks("markup-pages");
  }
  if (verb === "import" && given !== undefined && more.length === 0) return importChecks(given);
  console.error(usage);
  return 2;
}
