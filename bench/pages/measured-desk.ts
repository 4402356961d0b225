import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import postgres from "postgres";

import { claimList } from "~/data/claim-list.server";
import { claimViewStore } from "~/data/claim-views.server";
import { peopleDirectory } from "~/data/people.server";
import { topicStore } from "~/data/topics.server";

import { demoPeople, type DemoPersonKey } from "../../seeds/demo-people";
import { startSupabase } from "../../server/supabase";
import { personClient } from "../../tests/support/person-client";
import { generateDesk, type GeneratedSize } from "../../tests/support/generated-desk";
import { generatePublications } from "../../tests/support/generated-publications";
import { generateHistory } from "../../tests/support/generated-history";
import { Countersign } from "../collab/contenders/countersign";

/** The built server with a generated desk behind it, and its editor both as a browser and at the database. */
export async function measuredDesk(script: string, size: GeneratedSize, published: number) {
  const keepIn = mkdtempSync(path.join(os.tmpdir(), "bench-pages-"));
  const server = new Countersign({ script, people: 4, keepIn });
  await server.start();
  const platform = await startSupabase({
    dataDir: path.join(keepIn, "data"),
    env: {},
    share: true,
  });
  if (platform.databaseUrl === null) throw new Error("The database cannot be reached directly");
  const sql = postgres(platform.databaseUrl, { max: 2, onnotice: () => undefined });
  await generateDesk(sql, size);
  await generateHistory(sql);
  await untilMatchesAreRead(sql);
  await generatePublications(sql, published);
  const supabase = personClient(platform);
  const { email } = demoPeople.editor;
  const { data, error } = await supabase.auth.signInWithPassword({
    email,
    password: "a-password-for-measuring",
  });
  if (error) throw error;
  return {
    sql,
    supabase,
    personId: data.user.id,
    origin: server.origin,
    ports: {
      claimList: claimList(supabase),
      claimViews: claimViewStore(supabase),
      people: peopleDirectory(supabase),
      topics: topicStore(supabase),
    },
    /** One page as a browser gets it, to its last byte. */
    async page(address: string, as: DemoPersonKey = "editor"): Promise<number> {
      const { headers } = server.door("none", Object.keys(demoPeople).indexOf(as));
      const response = await fetch(`${server.origin}${address}`, { headers });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${address}: HTTP ${response.status}`);
      return text.length;
    },
    async close(): Promise<void> {
      await sql.end();
      await platform.stop();
      await server.stop();
      rmSync(keepIn, { recursive: true, force: true });
    },
  };
}

/** A desk has not got its first 20,000 claims this minute: the reading of them for matches is over when it is measured. */
async function untilMatchesAreRead(sql: postgres.Sql): Promise<void> {
  for (const deadline = Date.now() + 300_000; Date.now() < deadline; await pause(500)) {
    const [left] = await sql`
      select 1 from app_private.match_documents where words_version is null limit 1`;
    if (!left) return;
  }
  throw new Error("The claims were not read for matches within 5 minutes");
}

export type MeasuredDesk = Awaited<ReturnType<typeof measuredDesk>>;
