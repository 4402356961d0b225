import type postgres from "postgres";
import { z } from "zod";

import { fail, ok, type Result } from "~/domain/result";

const person = z.strictObject({ id: z.uuid(), email: z.email().max(254).nullable() });
export type ImportedPerson = z.infer<typeof person>;

/** The people of an export, or what is wrong with them. */
export function readPeople(text: string): Result<ImportedPerson[], string> {
  const people: ImportedPerson[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const read = person.safeParse(parsed(line));
    if (!read.success) return fail(`people.jsonl, line ${i + 1}: this is nobody.`);
    people.push(read.data);
  }
  return ok(people);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * Makes the accounts of people who come with a desk: with their id and address, and without a password, so that nobody can
 * sign in until whoever runs the desk lets them. Their names and roles come with the tables.
 */
export async function addPeople(
  sql: postgres.ISql,
  people: readonly ImportedPerson[],
): Promise<void> {
  // A project’s accounts have a column that the embedded server has not.
  const [hosted] = await sql`select exists (select from information_schema.columns
    where table_schema = 'auth' and table_name = 'users' and column_name = 'instance_id') as is_hosted`;
  for (const { id, email } of people) {
    await sql`
      insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, confirmation_token, recovery_token,
          email_change, email_change_token_new, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
        values (${id}, 'authenticated', 'authenticated', ${email}, '', now(), '', '', '', '',
          '{"provider": "email", "providers": ["email"]}', '{}', now(), now())`;
    if (hosted?.["is_hosted"] === true) {
      await sql`update auth.users set instance_id = '00000000-0000-0000-0000-000000000000' where id = ${id}`;
    }
    if (email === null) continue;
    await sql`
      insert into auth.identities (id, provider, provider_id, user_id, identity_data, created_at, updated_at)
        values (gen_random_uuid(), 'email', ${id}, ${id},
          jsonb_build_object('sub', ${id}::text, 'email', ${email}::text, 'email_verified', true), now(), now())`;
  }
}
