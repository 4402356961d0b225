import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { Webhook, WebhookDelivery, WebhookEvent } from "~/domain/webhook/webhook";

/** The addresses that are told what readers are told; for admins. */
export interface WebhookStore {
  list(): Promise<Webhook[]>;
  /** The newest messages of one address, at most `most`. */
  deliveries(webhookId: string, most: number): Promise<WebhookDelivery[]>;
  /** Answers with the secret, which is shown once. */
  add(url: string, events: readonly WebhookEvent[]): Promise<Result<string, Refusal>>;
  change(webhookId: string, action: "pause" | "resume" | "remove"): Promise<Result<null, Refusal>>;
  /** Gives it another secret and answers with it; the former one signs too for a day. */
  rotate(webhookId: string): Promise<Result<string, Refusal>>;
  sendAgain(deliveryId: string): Promise<Result<null, Refusal>>;
}
