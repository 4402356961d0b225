import { z } from "zod";

import { nodesIn } from "./json-ld";

/** What structured data says about who may read the article. */
export interface AccessData {
  /** schema.org `isAccessibleForFree`; null where nothing is said. */
  free: boolean | null;
  /** How many words the whole article has, where it is said. */
  words: number | null;
}

const flag = z.union([z.boolean(), z.string()]).transform((value) => {
  const said = String(value)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/schema\.org\//, "");
  return said === "false" ? false : said === "true" ? true : null;
});
const thing = z.object({
  isAccessibleForFree: flag.nullish().catch(null),
  wordCount: z.coerce.number().int().positive().nullish().catch(null),
  hasPart: z.unknown().optional(),
});

/** Reads the blocks of structured data. One part that is not free is enough: it is the part that is kept back. */
export function accessData(blocks: readonly string[]): AccessData {
  const access: AccessData = { free: null, words: null };
  for (const node of nodesIn(blocks)) {
    const read = thing.safeParse(node);
    if (!read.success) continue;
    const { isAccessibleForFree, wordCount, hasPart } = read.data;
    const parts = [hasPart].flat().map((part) => thing.safeParse(part).data?.isAccessibleForFree);
    const said = [isAccessibleForFree, ...parts];
    if (said.includes(false)) access.free = false;
    else if (said.includes(true)) access.free ??= true;
    access.words ??= wordCount ?? null;
  }
  return access;
}
