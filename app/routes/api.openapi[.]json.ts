import { apiDocument } from "~/web/api/document";
import { noQuery } from "~/web/api/queries";
import { readRoute, readsOnly } from "~/web/api/read-route";

/** What this interface can do, as OpenAPI 3.1. */
export const loader = readRoute(noQuery, async (_query, { context }) => ({
  body: apiDocument(context.publicUrl),
}));

export const action = readsOnly;
