import { z } from "zod";

import { fail, ok, type Result } from "../result";

/** One address of plain letters, as mail servers take it everywhere; quoted local parts and other scripts are none. */
const address = z.email().max(254);

/**
 * Where a reader wants to be told, in small letters. Fails in words on whatever is not exactly one address: nothing in it can
 * begin another header or name a second person.
 */
export function readerAddress(text: string): Result<string, string> {
  const parsed = address.safeParse(text.trim().toLowerCase());
  const [local = ""] = text.trim().split("@");
  if (parsed.success && local.length <= 64 && !/[^\u0021-\u007e]/.test(parsed.data)) {
    return ok(parsed.data);
  }
  return fail("Write one email address, such as ann@example.org.");
}
