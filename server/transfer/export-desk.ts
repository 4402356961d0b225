import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";

import type postgres from "postgres";

import type { ObjectStore } from "~/data/object-store.server";

import { csvNames, writeCsv } from "./csv-files";
import { objectNames } from "./desk-objects";
import { HashedFile } from "./hashed-file";
import { manifestName, writeManifest, type ManifestFile } from "./manifest";
import { columnList, deskTables, schemaVersions, tableName, type DeskTable } from "./tables";

export interface Exported {
  tables: number;
  rows: number;
  captures: number;
  /** Captures that the desk’s storage does not have. */
  missing: string[];
}

/**
 * Writes the whole desk into a new folder: each table as JSON Lines, spreadsheets, captures, and a manifest with the SHA-256
 * of each file. All of it as of one moment, and there wholly or not at all; of the same desk always the same bytes.
 *
 * @param folder must not be there yet, or be empty.
 */
export async function exportDesk(
  sql: postgres.Sql,
  objects: Pick<ObjectStore, "read">,
  folder: string,
): Promise<Exported> {
  const whole = path.resolve(folder);
  const there = await readdir(whole).catch(() => null);
  if (there !== null && there.length > 0) throw new Error(`${whole} is not empty.`);
  const beside = `${whole}.${process.pid}.partial`;
  await mkdir(beside, { recursive: true, mode: 0o700 });
  try {
    const files: ManifestFile[] = [];
    const found = await sql.begin("isolation level repeatable read read only", async (moment) => {
      await plainly(moment);
      files.push(await writePeople(moment, beside));
      const tables = await deskTables(moment);
      let rows = 0;
      for (const table of tables) {
        const written = await writeTable(moment, table, beside);
        files.push(written.file);
        rows += written.rows;
      }
      for (const name of csvNames) {
        const file = await HashedFile.open(beside, `csv/${name}.csv`);
        await writeCsv(moment, name, file);
        files.push(await file.close());
      }
      const [schema, names] = [await schemaVersions(moment), await objectNames(moment)];
      return { schema, names, rows, tables: tables.length };
    });
    // These are written once and never change, so that they can be read afterwards.
    const missing: string[] = [];
    for (const name of found.names) {
      const bytes = await objects.read(name);
      if (bytes === null) {
        missing.push(`captures/${name}`);
        continue;
      }
      const file = await HashedFile.open(beside, `captures/${name}`);
      await file.write(bytes);
      files.push(await file.close());
    }
    const manifest = writeManifest({ schema: found.schema, files, missing });
    await writeFile(path.join(beside, manifestName), manifest, { mode: 0o600 });
    if (there !== null) await rmdir(whole);
    await rename(beside, whole);
    const { rows, tables } = found;
    return { tables, rows, captures: found.names.length - missing.length, missing };
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

/** Has every database write times, numbers and bytes in the same way. */
export const plainly = (sql: postgres.ISql) =>
  sql.unsafe(
    "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local extra_float_digits = 1; set local bytea_output = 'hex'",
  );

/** Who the people are: without passwords, sessions or anything else with which somebody signs in. */
async function writePeople(sql: postgres.ISql, folder: string): Promise<ManifestFile> {
  const people = await sql<{ id: string; email: string | null }[]>`
    select u.id, u.email from auth.users u join public.profiles p on p.id = u.id order by u.id`;
  const file = await HashedFile.open(folder, "people.jsonl");
  for (const { id, email } of people) await file.write(`${JSON.stringify({ id, email })}\n`);
  return file.close();
}

async function writeTable(sql: postgres.ISql, table: DeskTable, folder: string) {
  const file = await HashedFile.open(folder, `tables/${table.name}.jsonl`);
  let rows = 0;
  const lines = sql.unsafe<{ line: string }[]>(
    `select to_jsonb(r)::text as line from (select ${columnList(table.columns)} from ${tableName(table)}) r order by ${table.order}`,
  );
  for await (const part of lines.cursor(200)) {
    rows += part.length;
    await file.write(part.map(({ line }) => `${line}\n`).join(""));
  }
  return { file: await file.close(), rows };
}
