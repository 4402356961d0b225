import { redirect } from "@remix-run/node";

import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

import { refuse } from "./form";

/**
 * Carries out what somebody without an account sent, and leads to `to`. Where the desk does not answer, everything typed
 * comes back, with `again`: what to do then.
 */
export async function sendForm(
  values: Record<string, string>,
  send: () => Promise<Result<unknown, Refusal>>,
  { to, again }: { to: string; again: string },
) {
  try {
    const sent = await send();
    return sent.ok ? redirect(to) : refuse(sent.error, values);
  } catch (error) {
    console.error(error);
    const message = `The desk did not answer in time. What you wrote is still here${again}`;
    return refuse({ kind: "unavailable", message }, values);
  }
}
