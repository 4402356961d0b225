import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { PeopleDirectory } from "~/commands/ports";
import { roles, type Person } from "~/domain/people/person";

import { rowsOf } from "./refusals.server";

const person = z.object({ id: z.string(), name: z.string(), role: z.enum(roles) });

export function peopleDirectory(supabase: SupabaseClient): PeopleDirectory {
  return {
    async reviewers() {
      return z.array(person).parse(rowsOf(await supabase.rpc("reviewers")));
    },

    async names(ids) {
      if (ids.length === 0) return new Map();
      const rows = rowsOf(
        await supabase
          .from("profiles")
          .select("id, name")
          .in("id", [...new Set(ids)]),
      );
      return new Map(rows.map((row) => [String(row.id), String(row.name)]));
    },
  };
}

/** The person behind this client's token as the desk knows them now; null when nobody is signed in. */
export async function currentPerson(supabase: SupabaseClient): Promise<Person | null> {
  return personIn(rowsOf(await supabase.rpc("me")));
}

/** The person whose session this is; null when it has ended. Takes the service client. */
export async function personOfSession(
  service: SupabaseClient,
  sessionId: string,
  personId: string,
): Promise<Person | null> {
  const ids = { p_session: sessionId, p_person: personId };
  return personIn(rowsOf(await service.rpc("session_standing", ids)));
}

/** The one person in an answer of `me` or `session_standing`; null when it has none. */
export function personIn(rows: unknown): Person | null {
  const [row] = z.array(person).parse(rows);
  return row ?? null;
}
