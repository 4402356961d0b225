import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";
import { webhookEvents } from "~/domain/webhook/webhook";

import type { Ports } from "./ports";

const webhookId = z.uuid();

export const manageWebhooksInput = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("add"),
    url: z
      .string()
      .trim()
      .max(2048, "At most 2,048 characters.")
      .refine(isAddress, "Give an address that begins with https:// and holds no password."),
    events: z.array(z.enum(webhookEvents)).min(1, "Choose at least one."),
  }),
  z.object({ intent: z.literal("pause"), webhookId }),
  z.object({ intent: z.literal("resume"), webhookId }),
  z.object({ intent: z.literal("remove"), webhookId }),
  z.object({ intent: z.literal("rotate"), webhookId }),
  z.object({ intent: z.literal("again"), deliveryId: z.uuid() }),
]);

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "";
}

/** Changes which addresses are told what readers are told. Answers with a secret where one was made, otherwise null. */
export async function manageWebhooks(
  { webhooks }: Pick<Ports, "webhooks">,
  person: Person,
  input: z.infer<typeof manageWebhooksInput>,
): Promise<Result<string | null, Refusal>> {
  if (!may(person, "webhook.manage")) {
    return fail({ kind: "forbidden", message: "Only an admin can change webhooks." });
  }
  switch (input.intent) {
    case "add":
      return webhooks.add(input.url, input.events);
    case "rotate":
      return webhooks.rotate(input.webhookId);
    case "again":
      return nothing(await webhooks.sendAgain(input.deliveryId));
    default:
      return nothing(await webhooks.change(input.webhookId, input.intent));
  }
}

const nothing = (done: Result<null, Refusal>): Result<null, Refusal> => (done.ok ? ok(null) : done);
