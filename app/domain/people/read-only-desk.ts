/** An admin has closed the desk for writing: everything can be read, nothing can be changed. */
export interface ReadOnlyDesk {
  reason: string;
  /** ISO 8601. */
  since: string;
  /** Who closed it, by name. */
  by: string | null;
}
