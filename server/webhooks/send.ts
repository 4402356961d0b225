import { Webhook } from "standardwebhooks";

import { messageBody, messageId, type WebhookMessage } from "~/domain/webhook/webhook";

import { createServiceCaller, type CallService, type PageFetcherOptions } from "../fetch";
import { FetchFailure } from "../fetch/problem";

/** Milliseconds for an address to answer, with everything that comes before. */
const totalMs = 10_000;

/** Calls other programs’ addresses: guarded as every fetch is, without following redirects, and soon out of patience. */
export const callWithin = (options: PageFetcherOptions = {}): CallService =>
  createServiceCaller({ ...options, limits: { totalMs } });

export interface Attempt {
  /** What was answered; null where nothing was. */
  status: number | null;
  /** Why it does not count as delivered; null when it does. */
  problem: string | null;
}

/**
 * Sends a message once, signed after Standard Webhooks (HMAC-SHA256 over id, time and body) with each of its secrets. Only
 * an answer from 200 to 299 counts. Rejects only when `ending` is aborted: then nobody knows, and it is sent again.
 */
export async function sendMessage(
  message: WebhookMessage,
  site: string,
  call: CallService,
  ending: AbortSignal,
): Promise<Attempt> {
  const body = messageBody(message, site);
  const id = messageId(message);
  const now = new Date();
  try {
    const { status } = await call(
      {
        url: message.url,
        method: "POST",
        headers: {
          "content-type": "application/json",
          "user-agent": "Countersign/0.1 (webhook)",
          "webhook-id": id,
          "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
          "webhook-signature": message.secrets
            .map((secret) => new Webhook(secret).sign(id, now, body))
            .join(" "),
        },
        body,
      },
      ending,
    );
    return { status, problem: problemOf(status) };
  } catch (error) {
    ending.throwIfAborted();
    return { status: null, problem: unanswered(error) };
  }
}

function problemOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) {
    return `It answered ${status}; redirects are not followed. Give the address that it leads to.`;
  }
  return status === 410 ? "It answered 410: gone for good." : `It answered ${status}.`;
}

function unanswered(error: unknown): string {
  // These messages are written for who takes in a page, and say what to do then.
  if (error instanceof FetchFailure)
    return error.problem.message.split(" Nothing was saved.")[0] ?? "";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = error instanceof Error ? error.name : "";
  if (name === "AbortError" || /TIMEOUT|ETIMEDOUT|ABORT/.test(code)) {
    return `It did not answer within ${totalMs / 1000} seconds.`;
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "No site with that name was found.";
  if (code === "ECONNREFUSED") return "It did not accept the connection.";
  return `The connection failed${code === "" ? "" : ` (${code})`}.`;
}
