import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { CaptureStore } from "~/commands/ports/captures";
import { captureOffers } from "~/domain/evidence/capture-offer";
import { lookOutcomes } from "~/domain/evidence/source-look";
import { fail, ok } from "~/domain/result";

import { warcName, type ObjectStore } from "./object-store.server";
import { refusalOf, rowsOf } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());

const publishedRow = z
  .object({
    claim_id: z.string(),
    capture_id: z.string(),
    address: z.string(),
    fetched_at: instant,
    body_sha256: z.string(),
    text_sha256: z.string().nullable(),
    warc_sha256: z.string(),
    warc_bytes: z.number(),
    outcome: z.enum(lookOutcomes).nullable(),
    looked_at: instant.nullable(),
    offered: z.boolean(),
    later_at: instant.nullable(),
    later_text_sha256: z.string().nullable(),
    later_warc_sha256: z.string().nullable(),
    later_warc_bytes: z.number().nullable(),
    withheld_at: instant.nullable(),
  })
  .transform((one) => ({
    id: one.capture_id,
    claimId: one.claim_id,
    address: one.address,
    fetchedAt: one.fetched_at,
    bodySha256: one.body_sha256,
    textSha256: one.text_sha256,
    warcSha256: one.warc_sha256,
    warcBytes: one.warc_bytes,
    outcome: one.outcome,
    lookedAt: one.looked_at,
    withheldAt: one.withheld_at,
    isOffered: one.offered,
    later:
      one.later_at === null
        ? null
        : {
            fetchedAt: one.later_at,
            textSha256: one.later_text_sha256,
            warcSha256: one.later_warc_sha256 ?? "",
            warcBytes: one.later_warc_bytes ?? 0,
          },
  }));

/** What readers may have of captures: the database says which are offered, and to whom nothing is. */
export const publishedCaptures = (
  supabase: SupabaseClient,
  objects: ObjectStore,
): Pick<
  CaptureStore,
  "published" | "publishedWarc" | "publishedText" | "captureOffer" | "setCaptureOffer"
> => ({
  async published(claimIds) {
    if (claimIds.length === 0) return [];
    const rows = rowsOf(await supabase.rpc("published_captures", { p_claims: [...claimIds] }));
    return z.array(publishedRow).parse(rows);
  },

  async publishedWarc({ isOffered, warcSha256, later }, which = "first") {
    const sha256 = which === "first" ? warcSha256 : later?.warcSha256;
    return isOffered && sha256 !== undefined ? objects.read(warcName(sha256)) : null;
  },

  async publishedText({ isOffered, id, claimId }, which = "first") {
    if (!isOffered) return null;
    const { data, error } = await supabase.rpc("published_capture_text", {
      ...{ p_claim: claimId, p_capture: id, p_later: which === "later" },
    });
    if (error) throw error;
    return z.string().nullable().parse(data);
  },

  async captureOffer() {
    const rows = rowsOf(await supabase.from("desk_settings").select("capture_offer"));
    const [row] = z.array(z.object({ capture_offer: z.enum(captureOffers) })).parse(rows);
    return row?.capture_offer ?? "never";
  },

  async setCaptureOffer(offer) {
    const { error } = await supabase.rpc("set_capture_offer", { p_offer: offer });
    return error ? fail(refusalOf(error)) : ok(null);
  },
});
