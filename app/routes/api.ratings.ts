import { noQuery } from "~/web/api/queries";
import { readRoute, readsOnly } from "~/web/api/read-route";
import { scaleOf } from "~/web/api/resources";

/** The rating scale that verdicts are given on. */
export const loader = readRoute(noQuery, async () => ({ body: scaleOf() }));

export const action = readsOnly;
