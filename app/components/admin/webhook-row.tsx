import { Form } from "@remix-run/react";
import { KeyRound, Pause, Play, Send, Trash2 } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import type { FormState } from "~/components/ui/form-failure";
import { Time } from "~/components/ui/time";
import type { Webhook, WebhookDelivery } from "~/domain/webhook/webhook";

export interface WebhookRowProps extends FormState {
  webhook: Webhook;
  /** The newest first. */
  deliveries: readonly WebhookDelivery[];
}

const actions = {
  pause: { label: "Pause", icon: Pause, variant: "secondary" },
  resume: { label: "Go on", icon: Play, variant: "secondary" },
  rotate: { label: "New secret", icon: KeyRound, variant: "secondary" },
  remove: { label: "Remove", icon: Trash2, variant: "danger" },
} as const;

/** One address, what can be done with it, and what was sent there last. */
export function WebhookRow({ webhook, deliveries, failure, busy }: WebhookRowProps) {
  const { id, url, events, paused, failingSince } = webhook;
  const offered = [paused === null ? "pause" : "resume", "rotate", "remove"] as const;
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line bg-raised px-4 py-3">
      <FailureNotice failure={failure} />
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="min-w-0 text-base font-medium break-all">{url}</h2>
        {paused === null ? (
          failingSince === null ? null : (
            <Badge tone="warning">Fails</Badge>
          )
        ) : (
          <Badge tone={paused.why === "dead" ? "danger" : "neutral"}>Paused</Badge>
        )}
      </div>
      <div className="text-sm text-muted">
        <p>{events.join(", ")}</p>
        {paused === null ? (
          failingSince === null ? null : (
            <p>
              Nothing could be sent since <Time iso={failingSince} />. It is tried again, later each
              time.
            </p>
          )
        ) : (
          <p>
            {paused.why === "dead"
              ? "Paused because nothing could be sent for days, "
              : "Paused by hand, "}
            <Time iso={paused.at} />. What happens meanwhile waits, and goes out in order when it
            goes on.
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {offered.map((intent) => {
          const { label, icon, variant } = actions[intent];
          return (
            <Form method="post" key={intent}>
              <input type="hidden" name="intent" value={intent} />
              <input type="hidden" name="webhookId" value={id} />
              <Button size="small" {...{ icon, variant, busy }}>
                {label}
                <span className="sr-only">: {url}</span>
              </Button>
            </Form>
          );
        })}
      </div>
      <Deliveries deliveries={deliveries} busy={busy} />
    </li>
  );
}

function Deliveries({ deliveries, busy }: Pick<WebhookRowProps, "deliveries" | "busy">) {
  if (deliveries.length === 0) {
    return <p className="text-sm text-muted">Nothing has happened yet that it is told of.</p>;
  }
  return (
    <details>
      <summary className="min-h-6 cursor-pointer text-sm font-medium">
        The last {deliveries.length === 1 ? "message" : `${deliveries.length} messages`}
      </summary>
      <ul className="mt-2 divide-y divide-line border-t border-line text-sm">
        {deliveries.map((delivery) => (
          <li
            key={delivery.id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2"
          >
            <div className="min-w-0">
              <p className="break-words">
                {delivery.event}: {delivery.claim}
              </p>
              <p className="text-muted">
                <Time iso={delivery.at} />. {outcome(delivery)}
              </p>
            </div>
            <Form method="post">
              <input type="hidden" name="intent" value="again" />
              <input type="hidden" name="deliveryId" value={delivery.id} />
              <Button size="small" variant="quiet" icon={Send} busy={busy}>
                {delivery.deliveredAt === null ? "Send now" : "Send again"}
                <span className="sr-only">
                  : {delivery.event}, {delivery.claim}
                </span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}

function outcome({ deliveredAt, status, attempts, problem }: WebhookDelivery): string {
  const times = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  if (deliveredAt !== null) return `Taken with ${status ?? "an answer"}, ${times}.`;
  return attempts === 0 ? "Waits to be sent." : `${times}. ${problem ?? "Waits to be sent again."}`;
}
