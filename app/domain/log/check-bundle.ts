import { fail, ok, type Result } from "../result";
import { parseBundle } from "./bundle";
import { bundleInWords, type BundleWords } from "./bundle-in-words";
import { verifyBundle } from "./verify-bundle";

/**
 * Checks a bundle's text without asking anybody: what is proved and what is not, or the first thing that is wrong.
 *
 * @param keys the text with the keys that the reader trusts; null to take the bundle's own, which proves less.
 */
export function checkBundle(text: string, keys: string | null): Result<BundleWords, string> {
  const parsed = parseBundle(text);
  if (!parsed.ok) return fail(`The bundle cannot be checked. ${parsed.error}`);
  const verified = verifyBundle(parsed.value.bundle, keys);
  if (!verified.ok) return fail(`The bundle does not hold. ${verified.error}`);
  return ok(bundleInWords(verified.value, parsed.value.others));
}
