import { safeLink } from "../verdict/safe-link";

/** The web addresses in what was pasted, in order, each once. Words around them are left out. */
export function addressesIn(text: string): string[] {
  const found = text
    .split(/[\s<>"]+/u)
    .filter((word) => /^https?:\/\//iu.test(word))
    .flatMap((word) => safeLink(word) ?? []);
  return [...new Map(found.map((address) => [addressKey(address), address])).values()];
}

/** Two addresses of one page have the same key: a place within the page makes no other source. */
export function addressKey(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(address);
  if (!url.hash.startsWith("#/") && !url.hash.startsWith("#!")) url.hash = "";
  return url.href;
}
