import type { ShouldRevalidateFunction } from "@remix-run/react";

import { statusOf } from "./refusal-status";

/**
 * After a step that came too late the page shows how things stand now, beside what was refused and typed: sent again, it
 * would be refused again. After another refusal nothing has changed.
 */
export const refreshWhenStale: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => defaultShouldRevalidate || actionStatus === statusOf.stale;
