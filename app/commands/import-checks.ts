import { z } from "zod";

import { unreadLines, type ImportReport } from "~/domain/claim/match/unread-lines";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";

import type { Ports } from "./ports";

/** How many checks are stored in one transaction. */
const atOnce = 500;

export const importChecksInput = z.object({
  url: z
    .string()
    .trim()
    .max(2048, "At most 2,048 characters.")
    .regex(/^https?:\/\/\S+$/i, "Give an address that begins with https://."),
});

/**
 * Takes in the published checks of another desk from an address: a page, a DataFeed or a feed of pages. What cannot be read
 * is told for each, and everything else is taken. Taking the same in twice changes nothing.
 */
export async function importChecks(
  { checkIntake, matches }: Pick<Ports, "checkIntake" | "matches">,
  person: Person,
  { url }: z.infer<typeof importChecksInput>,
): Promise<Result<ImportReport, Refusal>> {
  if (!may(person, "checks.import")) {
    return fail({ kind: "forbidden", message: "Only an editor can take in checks of others." });
  }
  const found = await checkIntake.fetch(url);
  if (!found.ok) return fail({ kind: "invalid", fields: { url: [found.error] } });
  const { checks } = found.value;
  const report = {
    url,
    read: checks.length,
    added: 0,
    changed: 0,
    lines: unreadLines(found.value),
  };
  for (let i = 0; i < checks.length; i += atOnce) {
    const stored = await matches.importChecks(checks.slice(i, i + atOnce));
    if (!stored.ok) return stored;
    report.added += stored.value.added;
    report.changed += stored.value.changed;
  }
  if (report.added + report.changed > 0) matches.lookAgain();
  return ok(report);
}
