import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { CaptureStore } from "~/commands/ports/captures";
import {
  captureFailures,
  captureStates,
  textFailures,
  type Capture,
} from "~/domain/evidence/capture";
import { screenshotFailures } from "~/domain/evidence/screenshot";
import { copyKinds } from "~/domain/evidence/external-copy";
import { lookOutcomes } from "~/domain/evidence/source-look";
import { fail, ok } from "~/domain/result";

import { screenshotName, warcName, type ObjectStore } from "./object-store.server";
import { publishedCaptures } from "./published-captures.server";
import { refusalOf, rowsOf } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());

const row = z.object({
  id: z.string(),
  claim_id: z.string(),
  url: z.string(),
  state: z.enum(captureStates),
  attempts: z.number(),
  failure: z.enum(captureFailures).nullable(),
  asked_at: instant,
  due_at: instant,
  fetched_at: instant.nullable(),
  final_url: z.string().nullable(),
  redirects: z.array(z.string()),
  status: z.number().nullable(),
  content_type: z.string().nullable(),
  remote_address: z.string().nullable(),
  certificate: z.string().nullable(),
  tool: z.string().nullable(),
  body_bytes: z.number().nullable(),
  body_sha256: z.string().nullable(),
  text_sha256: z.string().nullable(),
  no_text: z.enum(textFailures).nullable(),
  screenshot_sha256: z.string().nullable(),
  screenshot_bytes: z.number().nullable(),
  screenshot_tool: z.string().nullable(),
  no_screenshot: z.enum(screenshotFailures).nullable(),
  warc_bytes: z.number().nullable(),
  warc_sha256: z.string().nullable(),
});

const columns = Object.keys(row.shape).join(", ");

function captureOf(one: z.infer<typeof row>): Capture {
  return {
    id: one.id,
    claimId: one.claim_id,
    url: one.url,
    state: one.state,
    attempts: one.attempts,
    failure: one.failure,
    askedAt: one.asked_at,
    dueAt: one.due_at,
    kept:
      one.state === "kept"
        ? {
            fetchedAt: one.fetched_at ?? one.asked_at,
            finalUrl: one.final_url ?? one.url,
            redirects: one.redirects,
            status: one.status ?? 0,
            contentType: one.content_type ?? "",
            remoteAddress: one.remote_address,
            certificate: one.certificate,
            tool: one.tool ?? "",
            bodyBytes: one.body_bytes ?? 0,
            bodySha256: one.body_sha256 ?? "",
            textSha256: one.text_sha256,
            noText: one.no_text,
            screenshot:
              one.screenshot_sha256 === null
                ? null
                : {
                    sha256: one.screenshot_sha256,
                    bytes: one.screenshot_bytes ?? 0,
                    tool: one.screenshot_tool ?? "",
                  },
            noScreenshot: one.no_screenshot,
            warcBytes: one.warc_bytes ?? 0,
            warcSha256: one.warc_sha256 ?? "",
          }
        : null,
  };
}

const textRow = z.object({ capture_id: z.string(), text: z.string() });
const stepRow = z.object({
  at: instant,
  state: z.enum(captureStates),
  failure: z.enum(captureFailures).nullable(),
});

const copyRow = z
  .object({
    kind: z.enum(copyKinds),
    state: z.enum(["asked", "working", "kept", "failed"]),
    failure: z.string().nullable(),
    url: z.string().nullable(),
    stamped_at: instant.nullable(),
  })
  .transform(({ stamped_at: stampedAt, ...copy }) => ({ ...copy, stampedAt }));

const lookRow = z
  .object({ looked_at: instant, outcome: z.enum(lookOutcomes), days: z.number().nullable() })
  .transform(({ looked_at: lookedAt, outcome, days }) => ({ lookedAt, outcome, days }));

const lostRow = z
  .object({
    claim_id: z.string(),
    statement: z.string(),
    capture_id: z.string(),
    address: z.string(),
    title: z.string(),
    outcome: z.enum(lookOutcomes),
    looked_at: instant,
  })
  .transform(({ claim_id, capture_id, looked_at, ...rest }) => ({
    ...rest,
    claimId: claim_id,
    captureId: capture_id,
    lookedAt: looked_at,
  }));

const laterRow = z
  .object({
    look_id: z.string(),
    fetched_at: instant,
    final_url: z.string(),
    status: z.number(),
    content_type: z.string(),
    body_bytes: z.number(),
    body_sha256: z.string(),
    text_sha256: z.string().nullable(),
    no_text: z.enum(textFailures).nullable(),
    warc_bytes: z.number(),
    warc_sha256: z.string(),
  })
  .transform((one) => ({
    lookId: one.look_id,
    fetchedAt: one.fetched_at,
    finalUrl: one.final_url,
    status: one.status,
    contentType: one.content_type,
    bodyBytes: one.body_bytes,
    bodySha256: one.body_sha256,
    textSha256: one.text_sha256,
    noText: one.no_text,
    warcBytes: one.warc_bytes,
    warcSha256: one.warc_sha256,
  }));

const withholdingRow = z
  .object({
    capture_id: z.string(),
    withheld: z.boolean(),
    reason: z.string(),
    person_id: z.string(),
    at: instant,
  })
  .transform(({ capture_id: captureId, person_id: personId, ...rest }) => ({
    ...rest,
    captureId,
    personId,
  }));

const mostElsewhere = 20;
const mostLost = 100;
/** As many as a claim can have. */
const mostOfClaim = 300;
const mostSteps = 200;

/**
 * Row-level security shows captures to whoever may read the review now.
 *
 * @param asked is told when somebody wants one now.
 */
export const captureStore = (
  supabase: SupabaseClient,
  objects: ObjectStore,
  asked: () => void,
): CaptureStore => ({
  ...publishedCaptures(supabase, objects),

  async ofClaim(claimId) {
    const select = supabase.from("captures").select(columns).eq("claim_id", claimId);
    const rows = rowsOf(await select.order("asked_at").limit(mostOfClaim));
    return z.array(row).parse(rows).map(captureOf);
  },

  async find(id) {
    const rows = rowsOf(await supabase.from("captures").select(columns).eq("id", id));
    const [found] = z.array(row).parse(rows);
    return found ? captureOf(found) : null;
  },

  async texts(ids) {
    if (ids.length === 0) return new Map();
    const select = supabase.from("capture_texts").select("capture_id, text");
    const rows = rowsOf(await select.in("capture_id", [...ids]));
    return new Map(
      z
        .array(textRow)
        .parse(rows)
        .map(({ capture_id: id, text }) => [id, text]),
    );
  },

  async steps(id) {
    const select = supabase.from("capture_steps").select("at, state, failure").eq("capture_id", id);
    return z.array(stepRow).parse(rowsOf(await select.order("n").limit(mostSteps)));
  },

  async ask(claimId, { url, host, address }) {
    const { data, error } = await supabase.rpc("ask_for_capture", {
      p_claim: claimId,
      p_url: url,
      p_host: host,
      p_address: address,
    });
    if (error) return fail(refusalOf(error));
    asked();
    return ok(z.string().parse(data));
  },

  async copies(id) {
    const select = supabase
      .from("capture_copies")
      .select("kind, state, failure, url, stamped_at")
      .eq("capture_id", id);
    return z.array(copyRow).parse(rowsOf(await select.order("kind")));
  },

  async timestampToken(id) {
    const select = supabase.from("capture_copies").select("token").eq("capture_id", id);
    const rows = rowsOf(await select.eq("kind", "timestamp").not("token", "is", null));
    const [row] = z.array(z.object({ token: z.string() })).parse(rows);
    return row ? new Uint8Array(Buffer.from(row.token, "base64")) : null;
  },

  async looks(id) {
    const select = supabase.from("source_looks").select("looked_at, outcome, days");
    const rows = rowsOf(
      await select
        .eq("capture_id", id)
        .not("looked_at", "is", null)
        .order("looked_at", { ascending: false })
        .limit(mostSteps),
    );
    return z.array(lookRow).parse(rows);
  },

  async later(id) {
    const select = supabase
      .from("later_captures")
      .select(
        "look_id, fetched_at, final_url, status, content_type, body_bytes, body_sha256, text_sha256, no_text, warc_bytes, warc_sha256",
      );
    const rows = rowsOf(
      await select.eq("capture_id", id).order("fetched_at", { ascending: false }).limit(mostSteps),
    );
    return z.array(laterRow).parse(rows);
  },

  async laterText(lookId) {
    const select = supabase.from("later_capture_texts").select("text").eq("look_id", lookId);
    return z.array(z.object({ text: z.string() })).parse(rowsOf(await select))[0]?.text ?? null;
  },

  laterWarc: ({ warcSha256 }) => objects.read(warcName(warcSha256)),

  async lookAgain(id) {
    const { error } = await supabase.rpc("look_again_at_source", { p_capture: id });
    if (error) return fail(refusalOf(error));
    asked();
    return ok(null);
  },

  async withhold(id, reason) {
    const { error } = await supabase.rpc("withhold_capture", {
      ...{ p_capture: id, p_withheld: true, p_reason: reason },
    });
    return error ? fail(refusalOf(error)) : ok(null);
  },

  async endWithholding(id) {
    const { error } = await supabase.rpc("withhold_capture", {
      ...{ p_capture: id, p_withheld: false, p_reason: "" },
    });
    return error ? fail(refusalOf(error)) : ok(null);
  },

  async withholdings(ids) {
    if (ids.length === 0) return new Map();
    const select = supabase
      .from("capture_withholdings")
      .select("capture_id, withheld, reason, person_id, at");
    const rows = rowsOf(await select.in("capture_id", [...ids]).order("n"));
    // The newest one of each counts.
    const newest = new Map(
      z
        .array(withholdingRow)
        .parse(rows)
        .map((one) => [one.captureId, one]),
    );
    const counts = [...newest].filter(([, { withheld }]) => withheld);
    return new Map(counts.map(([id, { reason, personId, at }]) => [id, { reason, personId, at }]));
  },

  async elsewhere({ id, url }) {
    const select = supabase.from("captures").select("id, claim_id").eq("url", url);
    const rows = rowsOf(
      await select.eq("state", "kept").neq("id", id).order("asked_at").limit(mostElsewhere),
    );
    return z
      .array(z.object({ id: z.string(), claim_id: z.string() }))
      .parse(rows)
      .map(({ id: other, claim_id: claimId }) => ({ id: other, claimId }));
  },

  async lost() {
    const rows = rowsOf(await supabase.rpc("lost_sources", { p_most: mostLost }));
    return z.array(lostRow).parse(rows);
  },

  screenshot: async ({ kept }) =>
    kept?.screenshot ? objects.read(screenshotName(kept.screenshot.sha256)) : null,

  warc: async ({ kept }) => (kept === null ? null : objects.read(warcName(kept.warcSha256))),
});
