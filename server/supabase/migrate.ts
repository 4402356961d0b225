import fs from "node:fs";
import path from "node:path";

import postgres from "postgres";

interface Migration {
  version: string;
  name: string;
  file: string;
  text: string;
}

/**
 * Applies what is new in the folder, in order, each file in a transaction of its own, recorded as the Supabase CLI
 * records it. Throws with file, line and the database's words; files before the failing one stay applied, of the
 * failing one nothing is kept. Answers with the names of the files that were applied.
 */
export async function migrate(
  sql: postgres.Sql,
  folder: string,
  log: (line: string) => void,
): Promise<string[]> {
  await sql`create schema if not exists supabase_migrations`;
  await sql`create table if not exists supabase_migrations.schema_migrations (
    version text primary key, statements text[], name text)`;
  const rows = await sql<{ version: string; name: string | null; statements: string[] | null }[]>`
    select version, name, statements from supabase_migrations.schema_migrations order by version`;
  const done = new Map(rows.map((row) => [row.version, row]));
  const known = readMigrations(folder);
  refuseNewerDatabase(
    rows.map(({ version, name }) => `${version}_${name ?? ""}`),
    new Set(known.map(({ version }) => version)),
    folder,
  );
  const applied: string[] = [];
  for (const migration of known) {
    const recorded = done.get(migration.version);
    if (!recorded) {
      await apply(sql, migration);
      applied.push(migration.file);
    } else if (recorded.statements?.length === 1 && recorded.statements[0] !== migration.text) {
      log(
        `${migration.file} was changed after it was applied; the database still has what it said then. Undo the change ` +
          "and write a new migration, or start over with an empty data directory.",
      );
    }
  }
  return applied;
}

function readMigrations(folder: string): Migration[] {
  if (!fs.existsSync(folder)) {
    throw new Error(`There is no folder ${folder}. Start Countersign from its own directory.`);
  }
  const found: Migration[] = [];
  for (const file of fs.readdirSync(folder).sort()) {
    const [, version, name] = /^(\d{14})_(.+)\.sql$/.exec(file) ?? [];
    if (!version || !name) continue;
    if (found.at(-1)?.version === version) {
      throw new Error(`${file} and ${found.at(-1)?.file} have the same version. Rename one.`);
    }
    found.push({ version, name, file, text: fs.readFileSync(path.join(folder, file), "utf8") });
  }
  return found;
}

function refuseNewerDatabase(applied: string[], known: Set<string>, folder: string): void {
  const unknown = applied.filter((name) => !known.has(name.slice(0, 14)));
  if (unknown.length === 0) return;
  throw new Error(
    `The database has migrations that ${folder} does not: ${unknown.join(", ")}. It was written by a later version of ` +
      "Countersign. Nothing was changed. Start that version, or use another DATA_DIR.",
  );
}

async function apply(sql: postgres.Sql, { version, name, file, text }: Migration): Promise<void> {
  try {
    await sql.begin(async (transaction) => {
      await transaction.unsafe(text).simple();
      await transaction`insert into supabase_migrations.schema_migrations (version, name, statements)
        values (${version}, ${name}, ${[text]})`;
    });
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    const { message, code, detail, hint, where } = error;
    const line = lineAt(text, Number(error.position));
    throw new Error(
      [
        `The migration ${file}${line} failed, and nothing of it was kept: ${message} (${code})`,
        detail && `Detail: ${detail}`,
        hint && `Hint: ${hint}`,
        where && `Where: ${where}`,
      ]
        .filter(Boolean)
        .join("\n"),
      { cause: error },
    );
  }
}

/** PostgreSQL counts characters from 1. */
function lineAt(text: string, position: number): string {
  if (!Number.isInteger(position) || position < 1) return "";
  return `, line ${
    [...text]
      .slice(0, position - 1)
      .join("")
      .split("\n").length
  },`;
}
