import type { Actor, TestDesk } from "../desk";
import type { Cast } from "../review-steps";

/** Every kind of person that the law tells apart. */
export const kinds = [
  "reader",
  "reviewer",
  "lead",
  "second",
  "editor",
  "editor who leads",
  "editor who is second",
  "admin",
  "anonymous",
] as const;
export type Kind = (typeof kinds)[number];

export interface Everybody {
  actors: Record<Kind, Actor>;
  /** A reviewer who has no part yet and could be assigned. */
  spare: Actor;
  /** Who the claim that a kind of person is tried on belongs to. */
  castFor(kind: Kind): Cast;
}

/** One person of each kind. Nobody signed in is an editor's record with a client that holds no token. */
export async function everybody(desk: TestDesk): Promise<Everybody> {
  const [reader, reviewer, lead, second, editor, leading, deciding, admin, spare] =
    await Promise.all([
      desk.join("reader"),
      desk.join("reviewer"),
      desk.join("reviewer"),
      desk.join("reviewer"),
      desk.join("editor"),
      desk.join("editor"),
      desk.join("editor"),
      desk.join("admin"),
      desk.join("reviewer"),
    ]);
  const usual = { editor, lead, second };
  return {
    actors: {
      reader,
      reviewer,
      lead,
      second,
      editor,
      "editor who leads": leading,
      "editor who is second": deciding,
      admin,
      anonymous: {
        person: editor.person,
        supabase: desk.anonymousClient,
        ports: desk.anonymous,
      },
    },
    spare,
    castFor(kind) {
      if (kind === "editor who leads") return { ...usual, lead: leading };
      if (kind === "editor who is second") return { ...usual, second: deciding };
      return usual;
    },
  };
}
