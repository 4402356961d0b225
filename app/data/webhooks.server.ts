import { randomBytes } from "node:crypto";

import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { WebhookStore } from "~/commands/ports/webhooks";
import { fail, ok } from "~/domain/result";
import type { Webhook, WebhookDelivery } from "~/domain/webhook/webhook";

import { refusalOf, rowsOf } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());

const webhookRow = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    created_at: instant,
    paused_at: instant.nullable(),
    paused_why: z.enum(["hand", "dead"]).nullable(),
    failing_since: instant.nullable(),
  })
  .transform((row): Webhook => ({
    id: row.id,
    url: row.url,
    events: row.events,
    createdAt: row.created_at,
    paused:
      row.paused_at === null || row.paused_why === null
        ? null
        : { why: row.paused_why, at: row.paused_at },
    failingSince: row.failing_since,
  }));

const deliveryRow = z
  .object({
    id: z.string(),
    webhook_id: z.string(),
    event: z.string(),
    payload: z.object({ claim: z.string() }),
    at: instant,
    attempts: z.number(),
    tried_at: instant.nullable(),
    status: z.number().nullable(),
    problem: z.string().nullable(),
    delivered_at: instant.nullable(),
  })
  .transform((row): WebhookDelivery => ({
    id: row.id,
    webhookId: row.webhook_id,
    event: row.event,
    claim: row.payload.claim,
    at: row.at,
    attempts: row.attempts,
    triedAt: row.tried_at,
    status: row.status,
    problem: row.problem,
    deliveredAt: row.delivered_at,
  }));

/** As Standard Webhooks writes it: 32 random bytes. */
const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

export function webhookStore(supabase: SupabaseClient): WebhookStore {
  const call = async (name: string, parameters: object) => {
    const { error } = await supabase.rpc(name, parameters);
    return error ? fail(refusalOf(error)) : ok(null);
  };
  return {
    async list() {
      const select = supabase
        .from("webhooks")
        .select("id, url, events, created_at, paused_at, paused_why, failing_since")
        .is("removed_at", null)
        .order("created_at");
      return z.array(webhookRow).parse(rowsOf(await select));
    },
    async deliveries(webhookId, most) {
      const select = supabase
        .from("webhook_deliveries")
        .select(
          "id, webhook_id, event, payload, at, attempts, tried_at, status, problem, delivered_at",
        )
        .eq("webhook_id", webhookId)
        .order("seq", { ascending: false });
      return z.array(deliveryRow).parse(rowsOf(await select.limit(most)));
    },
    async add(url, events) {
      const secret = newSecret();
      const added = await call("add_webhook", { p_url: url, p_events: events, p_secret: secret });
      return added.ok ? ok(secret) : added;
    },
    change: (webhookId, action) =>
      call("change_webhook", { p_webhook: webhookId, p_action: action }),
    async rotate(webhookId) {
      const secret = newSecret();
      const changed = await call("rotate_webhook_secret", {
        p_webhook: webhookId,
        p_secret: secret,
      });
      return changed.ok ? ok(secret) : changed;
    },
    sendAgain: (deliveryId) => call("send_webhook_again", { p_delivery: deliveryId }),
  };
}
