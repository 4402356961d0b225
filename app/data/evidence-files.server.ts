import { createHash } from "node:crypto";

import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { EvidenceFileStore } from "~/commands/ports/evidence-files";
import { fileKinds, fileType } from "~/domain/evidence/evidence-file";
import { fail, ok } from "~/domain/result";

import { ObjectStoreError, type ObjectStore } from "./object-store.server";
import { refusalOf, rowsOf } from "./refusals.server";

const row = z
  .object({
    id: z.string(),
    claim_id: z.string(),
    card: z.string(),
    name: z.string(),
    kind: z.enum(fileKinds),
    bytes: z.number(),
    sha256: z.string(),
    added_at: z.string().transform((at) => new Date(at).toISOString()),
  })
  .transform(({ claim_id: claimId, added_at: addedAt, ...file }) => ({
    ...file,
    claimId,
    addedAt,
  }));

const columns = Object.keys(row.in.shape).join(", ");

/** As many as a review can have. */
const mostOfClaim = 200;

/** A name says what is in it, so that a file that is sent twice is there once. */
export const evidenceFileName = (sha256: string): string => `files/${sha256}`;

const notKept = {
  full: "The desk’s disk is full, so the file could not be kept. Tell whoever runs the desk, and try again later.",
  away: "The desk’s storage did not answer, so the file was not kept. Try again in a minute.",
};

/** Row-level security shows files to whoever may read the review now. */
export const evidenceFileStore = (
  supabase: SupabaseClient,
  objects: ObjectStore,
): EvidenceFileStore => ({
  async ofClaim(claimId) {
    const select = supabase.from("evidence_files").select(columns).eq("claim_id", claimId);
    return z.array(row).parse(rowsOf(await select.order("added_at").limit(mostOfClaim)));
  },

  async find(id) {
    const rows = rowsOf(await supabase.from("evidence_files").select(columns).eq("id", id));
    return z.array(row).parse(rows)[0] ?? null;
  },

  async add({ claimId, card, name, kind, bytes }) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    try {
      await objects.keep(evidenceFileName(sha256), bytes, fileType[kind]);
    } catch (error) {
      if (!(error instanceof ObjectStoreError)) throw error;
      const message = error.kind === "disk_full" ? notKept.full : notKept.away;
      return fail({ kind: "unavailable", message });
    }
    const { data, error } = await supabase.rpc("add_evidence_file", {
      p_claim: claimId,
      p_card: card,
      p_file: { name, kind, bytes: bytes.byteLength, sha256 },
    });
    return error ? fail(refusalOf(error)) : ok(z.string().parse(data));
  },

  read: ({ sha256 }) => objects.read(evidenceFileName(sha256)),
});
