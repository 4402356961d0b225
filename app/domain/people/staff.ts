import type { Role } from "./person";

/** Somebody with an account, as an admin sees them. */
export interface StaffMember {
  id: string;
  name: string;
  email: string;
  /** While disabled: what it will be again. */
  role: Role;
  /** ISO 8601; null for those who may sign in. */
  disabledAt: string | null;
  /** The name that readers see in place of the own one. */
  publicByline: string | null;
}

/** An invitation that waits to be accepted. Its link is shown once and kept nowhere. */
export interface OpenInvite {
  id: string;
  email: string;
  role: Role;
  createdAt: string;
  expiresAt: string;
}
