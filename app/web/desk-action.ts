import type { ActionFunctionArgs } from "@remix-run/node";

import { may, type DeskPermission } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";

import { refuse, textFields } from "./form";

interface Sent {
  person: Person;
  form: FormData;
  values: Record<string, string>;
}

/**
 * Runs what a desk form asks for. Whatever keeps it from being carried out (signed out meanwhile, no right, a database
 * that is away) is answered into the same page, so that nothing that was typed is lost.
 */
export async function deskAction<T>(
  { context, request }: ActionFunctionArgs,
  permission: DeskPermission,
  carryOut: (sent: Sent) => Promise<T>,
): Promise<T | ReturnType<typeof refuse>> {
  const form = await request.formData();
  const values = textFields(form);
  const { person, outage } = context;
  if (outage) return refuse(away, values);
  if (person === null) return refuse({ kind: "not_signed_in" }, values);
  if (!may(person, permission)) {
    return refuse({ kind: "forbidden", message: "Your account may not do this." }, values);
  }
  try {
    return await carryOut({ person, form, values });
  } catch (error) {
    if (error instanceof Response) throw error;
    console.error(error);
    return refuse(away, values);
  }
}

const away = {
  kind: "unavailable",
  message:
    "The desk’s storage did not answer in time. What you typed is still here. Look whether it was carried out, then try again.",
} as const;
