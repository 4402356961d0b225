import { entryKinds, type EntryKind } from "../log/log-entry";

/** What other programs can be told of: whatever goes into the public log. */
export const webhookEvents = entryKinds.map((kind) => `verdict.${kind}` as const);
export type WebhookEvent = `verdict.${EntryKind}`;

export const webhookEventWords: Record<WebhookEvent, string> = {
  "verdict.published": "A verdict is published",
  "verdict.corrected": "A corrected verdict is published",
  "verdict.correction_begun": "A verdict is put in doubt",
  "verdict.upheld": "A verdict in doubt is kept as it was",
  "verdict.retracted": "A verdict is retracted",
  "verdict.unpublished": "A verdict is taken from readers with its report",
  "verdict.republished": "A verdict that was taken from readers is published again",
};

/** An address of another program that is told what readers are told. Its secret is shown once. */
export interface Webhook {
  id: string;
  url: string;
  /** What it is told of; events that this version does not know are kept. */
  events: string[];
  createdAt: string;
  /** Why nothing is sent: by hand, or because nothing could be for days. Null while it is told. */
  paused: { why: "hand" | "dead"; at: string } | null;
  /** Since when every attempt has failed. */
  failingSince: string | null;
}

/** One message to one address, and how the last attempt ended. */
export interface WebhookDelivery {
  id: string;
  webhookId: string;
  event: string;
  /** The last part of the claim’s address. */
  claim: string;
  at: string;
  attempts: number;
  triedAt: string | null;
  /** What the address answered; null where it did not. */
  status: number | null;
  problem: string | null;
  deliveredAt: string | null;
}

/** What is to be sent, as it was written down when it happened. */
export interface WebhookMessage {
  id: string;
  url: string;
  event: string;
  at: string;
  payload: { claim: string; report?: string | undefined } & Record<string, unknown>;
  /** The newest first; each of them signs. */
  secrets: string[];
}

/** The message’s id as the other side knows it: the same for every attempt. */
export const messageId = ({ id }: Pick<WebhookMessage, "id">): string => `msg_${id}`;

/**
 * The body of a message: what happened, when, and where it is to be read. The same for every attempt.
 *
 * @param site where the public reaches the desk, without a trailing slash.
 */
export function messageBody({ event, at, payload }: WebhookMessage, site: string): string {
  const { claim, report, ...more } = payload;
  return JSON.stringify({
    type: event,
    timestamp: new Date(at).toISOString(),
    data: {
      claim: { slug: claim, url: `${site}/claims/${claim}`, api: `${site}/api/claims/${claim}` },
      ...(report !== undefined && {
        report: {
          slug: report,
          url: `${site}/reports/${report}`,
          api: `${site}/api/reports/${report}`,
        },
      }),
      ...more,
    },
  });
}
