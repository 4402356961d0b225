import { Form } from "@remix-run/react";
import { Webhook as WebhookIcon } from "lucide-react";

import { AuditTrail } from "~/components/desk/audit-trail";
import { Button } from "~/components/ui/button";
import { CheckField } from "~/components/ui/check-field";
import { EmptyState } from "~/components/ui/empty-state";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { Page, PageHeader, Section } from "~/components/ui/page";
import type { AuditEvent } from "~/domain/audit/audit-event";
import {
  webhookEvents,
  webhookEventWords,
  type Webhook,
  type WebhookDelivery,
} from "~/domain/webhook/webhook";

import { WebhookRow } from "./webhook-row";

export interface WebhooksPageProps extends FormState {
  webhooks: readonly { webhook: Webhook; deliveries: readonly WebhookDelivery[] }[];
  /** Of the webhook that was just made or changed; it is never shown again. */
  secret: string | null;
  trail: readonly AuditEvent[];
}

/** The addresses of other programs that are told what readers are told. */
export function WebhooksPage({ webhooks, secret, trail, failure, busy }: WebhooksPageProps) {
  const ofNew = failureOf(failure, "add");
  const elsewhere = ofNew === null ? failure : null;
  return (
    <Page width="narrow">
      <PageHeader
        title="Webhooks"
        meta="Other programs are told, at an address of theirs, when a verdict is published, corrected or retracted."
      />
      {elsewhere === null || elsewhere.values["webhookId"] ? null : (
        <FailureNotice failure={elsewhere} />
      )}
      {secret === null ? null : (
        <Notice kind="success" live title="Copy the secret now; it is not shown again.">
          <code className="block font-mono break-all">{secret}</code>
          With it the other program checks that a message is from here, after Standard Webhooks.
        </Notice>
      )}
      {webhooks.length === 0 ? (
        <EmptyState icon={WebhookIcon} title="No program is told yet">
          Add its address below. Whatever happens from then on is sent there.
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {webhooks.map((each) => (
            <WebhookRow
              key={each.webhook.id}
              {...each}
              failure={elsewhere?.values["webhookId"] === each.webhook.id ? elsewhere : null}
              busy={busy}
            />
          ))}
        </ul>
      )}
      <Section title="Add an address">
        <Form method="post" className="flex flex-col gap-4" key={webhooks.length}>
          <FailureNotice failure={ofNew} />
          <input type="hidden" name="intent" value="add" />
          <TextField
            label="Address"
            name="url"
            type="url"
            maxLength={2048}
            hint="A public address that takes POST, best with https. Redirects are not followed."
            defaultValue={ofNew?.values["url"] ?? ""}
            errors={ofNew?.errors["url"]}
          />
          <CheckField
            legend="What it is told"
            name="events"
            options={webhookEvents.map((event) => ({
              value: event,
              label: webhookEventWords[event],
              hint: <code>{event}</code>,
            }))}
            chosen={ofNew?.values["events"]?.split(",") ?? webhookEvents}
            errors={ofNew?.errors["events"]}
          />
          <div>
            <Button variant="primary" busy={busy}>
              Add
            </Button>
          </div>
        </Form>
      </Section>
      {trail.length === 0 ? null : (
        <Section title="What was done here">
          <AuditTrail events={trail} />
        </Section>
      )}
    </Page>
  );
}
