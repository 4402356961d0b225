import postgres from "postgres";
import { afterAll, expect, test } from "vitest";

import { readConfig } from "../../../server/config";
import { openDemo } from "../../../server/demo";
import { openNewsroom, type Newsroom } from "../../../server/newsroom";
import { newDataDir, removeDataDir } from "../../support/newsroom";

const dataDir = newDataDir();
afterAll(() => removeDataDir(dataDir));

async function started<Answer>(look: (newsroom: Newsroom) => Promise<Answer>) {
  const env = {
    NODE_ENV: "test" as const,
    DATA_DIR: dataDir,
    LOG_LEVEL: "silent",
    DEMO_PASSWORD: "a-password-for-tests",
  };
  const newsroom = await openNewsroom(readConfig(env), env);
  try {
    return await look(newsroom);
  } finally {
    await newsroom.stop();
  }
}

const roleOfLead = async (newsroom: Newsroom, role?: string) => {
  const sql = postgres(newsroom.platform.databaseUrl ?? "", { max: 1 });
  try {
    if (role) {
      await sql`update app_private.user_roles r set role = ${role}::public.app_role
        from auth.users u where u.id = r.user_id and u.email = 'lead@demo.test'`;
    }
    const [row] = await sql<{ role: string; entries: string }[]>`
      select r.role, (select count(*) from public.audit_events) as entries
        from app_private.user_roles r join auth.users u on u.id = r.user_id
        where u.email = 'lead@demo.test'`;
    return row;
  } finally {
    await sql.end();
  }
};

/** Where the claims stand of which somebody has unread news. */
const unreadOf = async (newsroom: Newsroom, email: string) => {
  const sql = postgres(newsroom.platform.databaseUrl ?? "", { max: 1 });
  try {
    const rows = await sql<{ kind: string; state: string }[]>`
      select n.kind, c.state from public.notifications n join public.claims c on c.id = n.claim_id
        join auth.users u on u.id = n.person_id where u.email = ${email} and n.read_at is null`;
    return rows.map(({ kind, state }) => `${kind} ${state}`);
  } finally {
    await sql.end();
  }
};

test("once the demonstration stands, a later start leaves it to people", async () => {
  const left = await started(async (newsroom) => {
    expect(await openDemo(newsroom)).toEqual({ password: "a-password-for-tests" });
    expect(await unreadOf(newsroom, "lead@demo.test")).toEqual([
      "disputed disputed",
      "assigned in_review",
    ]);
    return roleOfLead(newsroom, "editor");
  });
  expect(Number(left?.entries)).toBeGreaterThan(10);
  await started(async (newsroom) => {
    expect(await openDemo(newsroom)).toEqual({ password: "a-password-for-tests" });
    expect(await roleOfLead(newsroom)).toEqual(left);
  });
});
