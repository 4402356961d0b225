import type { Refusal } from "~/domain/refusal";

/** With which HTTP status a refusal of each kind is answered. */
export const statusOf: Readonly<Record<Refusal["kind"], number>> = {
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  stale: 409,
  illegal: 422,
  read_only: 423,
  unavailable: 503,
};
