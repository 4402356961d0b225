import type { Actor, TestDesk } from "../desk";
import type { Cast } from "../review-steps";
import type { InPlaceOf } from "./copy-claim";

/** Every kind of person that the law tells apart. */
export const kinds = [
  "reader",
  "reviewer",
  "lead",
  "second",
  "editor",
  "editor who leads",
  "editor who is second",
  "editor in conflict",
  "admin",
  "anonymous",
] as const;
export type Kind = (typeof kinds)[number];

export interface Everybody {
  actors: Record<Kind, Actor>;
  /** A reviewer who has no part yet and could be assigned. */
  spare: Actor;
  /** Whose claims they are tried on. */
  cast: Cast;
  /** In whose place a kind of person is part of the claim; null when they are not, or are that person. */
  standsIn(kind: Kind): InPlaceOf | null;
}

/** One person of each kind. Nobody signed in is an editor's record with a client that holds no token. */
export async function everybody(desk: TestDesk): Promise<Everybody> {
  const [reader, reviewer, lead, second, editor, leading, deciding, conflicted, admin, spare] =
    await Promise.all([
      desk.join("reader"),
      desk.join("reviewer"),
      desk.join("reviewer"),
      desk.join("reviewer"),
      desk.join("editor"),
      desk.join("editor"),
      desk.join("editor"),
      desk.join("editor"),
      desk.join("admin"),
      desk.join("reviewer"),
    ]);
  return {
    actors: {
      reader,
      reviewer,
      lead,
      second,
      editor,
      "editor who leads": leading,
      "editor who is second": deciding,
      "editor in conflict": conflicted,
      admin,
      anonymous: {
        person: editor.person,
        supabase: desk.anonymousClient,
        ports: desk.anonymous,
      },
    },
    spare,
    cast: { editor, lead, second },
    standsIn(kind) {
      if (kind === "editor who leads") return { person: leading.person.id, of: lead.person.id };
      if (kind === "editor who is second") {
        return { person: deciding.person.id, of: second.person.id };
      }
      return null;
    },
  };
}
