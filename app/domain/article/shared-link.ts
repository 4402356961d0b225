import { cleanText } from "./clean-text";
import { safeLink } from "../verdict/safe-link";

/**
 * What another page or a phone shared with the desk: an address, and the words that were marked there. Phones put the
 * address among the text.
 */
export function sharedLink(params: URLSearchParams): { url: string; text: string } {
  const text = cleanText((params.get("text") ?? "").slice(0, 20_000));
  const named = safeLink(params.get("url")?.trim() ?? "");
  const [among] = named === null ? (/https?:\/\/\S+/.exec(text) ?? []) : [];
  const url = named ?? safeLink(among ?? "") ?? "";
  return { url, text: text === among ? "" : text };
}
