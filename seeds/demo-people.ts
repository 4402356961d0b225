import type { Role } from "~/domain/people/person";

/** Whoever can stand as lead or second reviewer of a demo claim. */
export type DemoReviewer = "lead" | "second";

export interface DemoPerson {
  email: string;
  /** The byline readers see; it says that the person is not real. */
  name: string;
  role: Role;
}

/** The people of the demonstration. None exists outside it, and none is created on a real Supabase project. */
export const demoPeople = {
  editor: { email: "editor@demo.test", name: "Edda Brandt (demo)", role: "editor" },
  lead: { email: "lead@demo.test", name: "Lena Fischer (demo)", role: "reviewer" },
  second: { email: "second@demo.test", name: "Sam Okoro (demo)", role: "reviewer" },
  admin: { email: "admin@demo.test", name: "Ada Admin (demo)", role: "admin" },
} as const satisfies Record<string, DemoPerson>;

export type DemoPersonKey = keyof typeof demoPeople;
