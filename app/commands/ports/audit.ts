import type { AuditEvent } from "~/domain/audit/audit-event";

export interface AuditLog {
  /** The trail of one claim, article or report, the oldest first. */
  of(entity: AuditEvent["entity"], entityId: string): Promise<AuditEvent[]>;
}
