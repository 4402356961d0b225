import { data } from "@remix-run/node";
import type { z } from "zod";

import type { FormFailure } from "~/components/ui/form-failure";
import { describeRefusal, type Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";

import { statusOf } from "./refusal-status";

/** The text fields of a form. Files are left out. */
export function textFields(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  return values;
}

export function parseForm<S extends z.ZodType>(
  schema: S,
  values: unknown,
): Result<z.infer<S>, Refusal> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return ok(parsed.data);
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    (fields[issue.path.join(".") || "form"] ??= []).push(issue.message);
  }
  return fail({ kind: "invalid", fields });
}

/** Answers a form that was refused: the reason in words, and everything that was typed. */
export function refuse(refusal: Refusal, values: Record<string, string>) {
  const failure: FormFailure = {
    message: describeRefusal(refusal),
    errors: refusal.kind === "invalid" ? refusal.fields : {},
    values,
  };
  return data(failure, { status: statusOf[refusal.kind] });
}
