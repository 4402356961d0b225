import { randomBytes } from "node:crypto";

import { hash } from "bcryptjs";

import { withDeskDatabase, wordsOf } from "./desk-database";

const usage = "Usage: npm run -s cli -- people password EMAIL";

/** bcrypt’s cost, that of the embedded database’s own accounts. */
const cost = 10;

/**
 * `cli -- people password EMAIL`: gives somebody a new password, prints it and ends their sessions. For people who came with
 * a desk’s export, which has no passwords, and for an admin who forgot theirs. 0, or 1 where there is no such person, or 2
 * when called wrongly.
 */
export async function people(args: string[]): Promise<number> {
  const [verb, email, ...more] = args;
  if (verb !== "password" || email === undefined || more.length > 0) {
    console.error(usage);
    return 2;
  }
  try {
    return await withDeskDatabase(async ({ sql, service, platform }) => {
      const [found] = await sql<{ id: string }[]>`
        select id from auth.users where lower(email) = lower(${email})`;
      if (found === undefined) {
        console.error(`There is nobody with the address ${email}.`);
        return 1;
      }
      const password = randomBytes(12).toString("base64url");
      if (platform.kind === "remote") {
        const { error } = await service.auth.admin.updateUserById(found.id, { password });
        if (error) throw error;
      } else {
        await sql`update auth.users set encrypted_password = ${await hash(password, cost)} where id = ${found.id}`;
      }
      await sql`delete from auth.sessions where user_id = ${found.id}`;
      console.log(password);
      return 0;
    });
  } catch (error) {
    console.error(`The password was not changed: ${wordsOf(error)}`);
    return 1;
  }
}
