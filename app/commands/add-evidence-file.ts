import { z } from "zod";

import { checkFile } from "~/domain/evidence/evidence-file";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { EvidenceFileStore } from "./ports/evidence-files";

export const addEvidenceFileInput = z.object({
  claimId: z.uuid(),
  card: z.string().min(1).max(100),
});

/** Puts a file beside a source of a review that is being written. What it is, its bytes say. */
export async function addEvidenceFile(
  { evidenceFiles }: { evidenceFiles: EvidenceFileStore },
  person: Person,
  { claimId, card }: z.infer<typeof addEvidenceFileInput>,
  sent: { name: string; bytes: Uint8Array },
): Promise<Result<string, Refusal>> {
  if (!may(person, "desk.enter")) {
    return fail({ kind: "forbidden", message: "Your account may not do this." });
  }
  const checked = checkFile(sent.name, sent.bytes);
  if (!checked.ok) return fail({ kind: "illegal", message: checked.error });
  return evidenceFiles.add({ claimId, card, ...checked.value, bytes: sent.bytes });
}
