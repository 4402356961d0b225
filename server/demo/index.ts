import postgres from "postgres";

import { demoPeople } from "../../seeds/demo-people";
import type { Newsroom } from "../newsroom";
import { demoPassword } from "./password";
import { openCast } from "./people";
import { stageCase } from "./stage-case";

/** The demonstration's sign-in, for the line that the start prints. */
export interface Demo {
  password: string;
}

/**
 * On the embedded database: creates the demonstration's people and brings its case to where it stands in mid-work.
 * Every step is the command that a person would take, so the trail is a real one; a start that broke off is gone on
 * with at the next, and once all of it stands it is left to people. Null on a real Supabase project, where nothing is created.
 */
export async function openDemo(newsroom: Newsroom): Promise<Demo | null> {
  const { platform, config } = newsroom;
  if (platform.kind !== "embedded" || platform.databaseUrl === null) return null;
  const password = demoPassword(config.dataDir, config.demoPassword);
  const sql = postgres(platform.databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const [staged] = await sql`select at from app_private.demo_staged`;
    if (staged === undefined) {
      await stageCase(newsroom, await openCast(newsroom, sql, password));
      await sql`insert into app_private.demo_staged default values on conflict do nothing`;
    }
  } finally {
    await sql.end();
  }
  return { password };
}

export function announce(url: string, demo: Demo | null): void {
  const lines = ["", `  Countersign is ready: ${url}`, ""];
  if (demo) {
    const emails = Object.values(demoPeople).map(({ email }) => email);
    lines.push(
      `  Sign in at ${url}/login as ${emails.join(", ")}`,
      `  Password: ${demo.password}`,
      "",
    );
  }
  console.log(lines.join("\n"));
}
