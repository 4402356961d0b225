import type { SupabaseClient } from "@supabase/supabase-js";
import { createClient } from "@supabase/supabase-js";
import type { Sql } from "postgres";
import WebSocket from "ws";

import type { Ports } from "~/commands/ports";
import { currentPerson } from "~/data/people.server";
import type { Person } from "~/domain/people/person";

import { demoPeople, type DemoPersonKey } from "../../seeds/demo-people";
import type { Newsroom } from "../newsroom";

/** One of the demonstration's people, signed in, with the ports that act with their rights. */
export interface DemoActor {
  person: Person;
  ports: Ports;
}

export type DemoCast = Record<DemoPersonKey, DemoActor>;

/**
 * Signs the demonstration's people in, creating those who are not there yet. Their roles are set over the direct
 * connection, because nobody is there yet who could grant them.
 */
export async function openCast(newsroom: Newsroom, sql: Sql, password: string): Promise<DemoCast> {
  const actors = await Promise.all(
    Object.entries(demoPeople).map(async ([key, { email, name, role }]) => {
      const supabase = await signedIn(newsroom, email, name, password);
      await sql`update app_private.user_roles r set role = ${role}
          from auth.users u where u.id = r.user_id and u.email = ${email} and r.role <> ${role}`;
      const person = await currentPerson(supabase);
      if (!person) throw new Error(`The demo account ${email} has no profile`);
      return [key, { person, ports: newsroom.portsFor(supabase) }] as const;
    }),
  );
  return Object.fromEntries(actors) as DemoCast;
}

async function signedIn(
  newsroom: Newsroom,
  email: string,
  name: string,
  password: string,
): Promise<SupabaseClient> {
  const { platform } = newsroom;
  const supabase = createClient(platform.url, platform.anonKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    ...(platform.fetch && { global: { fetch: platform.fetch } }),
    realtime: { transport: WebSocket as never },
  });
  const entered = await supabase.auth.signInWithPassword({ email, password });
  if (!entered.error) return supabase;
  const created = await supabase.auth.signUp({ email, password, options: { data: { name } } });
  if (created.error) {
    throw new Error(
      `The demo account ${email} is there with another password than the one in DEMO_PASSWORD. ` +
        "Start with the password that was printed first, or with an empty DATA_DIR.",
      { cause: created.error },
    );
  }
  return supabase;
}
