/** What a person may do on the desk, from least to most. Each role holds the rights of those before it. */
export const roles = ["reader", "reviewer", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

export const roleLabel: Record<Role, string> = {
  reader: "Reader",
  reviewer: "Fact-checker",
  editor: "Editor",
  admin: "Admin",
};

/** Somebody with an account. `name` is what colleagues and readers see. */
export interface Person {
  id: string;
  name: string;
  role: Role;
}

export function roleAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}
