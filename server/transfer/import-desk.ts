import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

import type postgres from "postgres";
import { z } from "zod";

import type { ObjectStore } from "~/data/object-store.server";
import { fail, ok, type Result } from "~/domain/result";

import { verifyDatabase } from "../cli/verify-database";
import { objectType, saidHash } from "./desk-objects";
import { plainly } from "./export-desk";
import { fileFault } from "./hashed-file";
import { foreignKeyFault } from "./foreign-keys";
import { manifestName, readManifest, type Manifest } from "./manifest";
import { addPeople, readPeople } from "./people";
import {
  columnList,
  deskTables,
  quoted,
  schemaVersions,
  tableName,
  type DeskTable,
} from "./tables";

export interface Imported {
  tables: number;
  rows: number;
  people: number;
  captures: number;
  missing: string[];
}

/** Rows, and characters of them, that are handed to the database at once. */
const mostRows = 500;
const mostCharacters = 8_000_000;

/** Why nothing was taken in, in a sentence. */
class ImportFault extends Error {}

/**
 * Takes a desk’s export into an empty desk. Everything is checked before anything is written: the manifest, every file’s size
 * and hash, and that the desk is empty and made by the same migrations. The rows come in one transaction, which ends well only
 * when every reference leads somewhere and the trail and the public log hold. Captures are kept before it, under names that
 * say what is in them; an attempt that breaks off is simply made again.
 */
export async function importDesk(
  sql: postgres.Sql,
  objects: Pick<ObjectStore, "keep">,
  folder: string,
): Promise<Result<Imported, string>> {
  try {
    return ok(await takeIn(sql, objects, folder));
  } catch (error) {
    if (error instanceof ImportFault) return fail(error.message);
    throw error;
  }
}

/** Of what any public page may rest on. */
const commonStamp = "00000000-0000-0000-0000-000000000000";

async function takeIn(sql: postgres.Sql, objects: Pick<ObjectStore, "keep">, folder: string) {
  const text = await readFile(path.join(folder, manifestName), "utf8").catch(() => null);
  if (text === null) throw new ImportFault(`There is no ${manifestName} in ${folder}.`);
  const manifest = valueOf(readManifest(text));
  const tables = await checkDesk(sql, manifest);
  for (const file of manifest.files) {
    const fault = await fileFault(folder, file);
    if (fault !== null) throw new ImportFault(fault);
  }
  const captures = await keepCaptures(objects, folder, manifest);
  const people = valueOf(readPeople(await readFile(path.join(folder, "people.jsonl"), "utf8")));
  const rows = await sql.begin(async (work) => {
    await plainly(work);
    // Rows come as they were: no command is carried out anew, nobody is told anything, and nothing is numbered or timed again.
    await work`set local session_replication_role = replica`;
    await requireEmpty(work, tables);
    await addPeople(work, people);
    let rows = 0;
    for (const table of tables) rows += await fillTable(work, table, folder, manifest);
    await setSequences(work, tables);
    await work`insert into app_private.demo_staged default values on conflict do nothing`;
    await work`set local session_replication_role = origin`;
    // A server that runs meanwhile keeps pages of the empty desk.
    await work`select app_private.grow_stamps(array[${commonStamp}]::uuid[])`;
    const loose = await foreignKeyFault(work);
    if (loose !== null) throw new ImportFault(`${loose} Nothing was taken in.`);
    const { fault } = await verifyDatabase(work, { keys: null, kept: null });
    if (fault !== null) throw new ImportFault(`${fault} Nothing was taken in.`);
    return rows;
  });
  return {
    ...{ tables: tables.length, rows, people: people.length, captures },
    missing: manifest.missing,
  };
}

function valueOf<T>(result: Result<T, string>): T {
  if (!result.ok) throw new ImportFault(result.error);
  return result.value;
}

/** That this is a desk into which this export can come. */
async function checkDesk(sql: postgres.ISql, manifest: Manifest): Promise<DeskTable[]> {
  const versions = await schemaVersions(sql);
  if (versions.join() !== manifest.schema.join()) {
    throw new ImportFault(
      `The export was made by another version: its newest migration is ${manifest.schema.at(-1)}, that of this desk is ` +
        `${versions.at(-1)}. Take it in with the version that made it, and update then.`,
    );
  }
  const tables = await deskTables(sql);
  await requireEmpty(sql, tables);
  const known = new Set([...tables.map(({ name }) => `tables/${name}.jsonl`), "people.jsonl"]);
  const given = new Set(manifest.files.map((file) => file.path));
  for (const name of known) {
    if (!given.has(name)) throw new ImportFault(`The export lacks ${name}.`);
  }
  const strange = [...given].find((name) => name.startsWith("tables/") && !known.has(name));
  if (strange !== undefined) throw new ImportFault(`This desk has no place for ${strange}.`);
  return tables;
}

async function requireEmpty(sql: postgres.ISql, tables: readonly DeskTable[]): Promise<void> {
  for (const table of tables) {
    if (table.isSingle) continue;
    const [row] = await sql.unsafe(`select exists (select from ${tableName(table)}) as filled`);
    if (row?.["filled"] === true) {
      throw new ImportFault(
        `This desk is not empty: there is something in ${table.name}. Take the export into a new one.`,
      );
    }
  }
}

async function keepCaptures(
  objects: Pick<ObjectStore, "keep">,
  folder: string,
  { files }: Manifest,
): Promise<number> {
  let kept = 0;
  for (const file of files) {
    if (!file.path.startsWith("captures/")) continue;
    const name = file.path.slice("captures/".length);
    const bytes = await readFile(path.join(folder, file.path));
    const hash = createHash("sha256").update(bytes).digest("hex");
    if (hash !== saidHash(name)) throw new ImportFault(`${file.path} is not what its name says.`);
    await objects.keep(name, bytes, objectType(name));
    kept += 1;
  }
  return kept;
}

async function fillTable(
  sql: postgres.ISql,
  table: DeskTable,
  folder: string,
  { files }: Manifest,
): Promise<number> {
  const name = `tables/${table.name}.jsonl`;
  const said = files.find((file) => file.path === name)?.sha256;
  const hash = createHash("sha256");
  if (table.isSingle) await sql.unsafe(`delete from ${tableName(table)}`);
  const expected = table.columns.toSorted().join();
  let [rows, waiting, length] = [0, [] as string[], 0];
  const flush = async () => {
    if (waiting.length > 0) await insert(sql, table, waiting);
    [waiting, length] = [[], 0];
  };
  for await (const line of hashedLines(path.join(folder, name), hash)) {
    rows += 1;
    if (columnsOf(line) !== expected) {
      throw new ImportFault(`${name}, line ${rows}: it does not have the columns of this table.`);
    }
    waiting.push(line);
    length += line.length;
    if (waiting.length >= mostRows || length >= mostCharacters) await flush();
  }
  await flush();
  if (hash.digest("hex") !== said) throw new ImportFault(`${name} changed while it was read.`);
  return rows;
}

/** The lines of a file, each ended by a line feed, hashed as they are read. */
async function* hashedLines(file: string, hash: Hash): AsyncGenerator<string> {
  const stream = createReadStream(file);
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest = "";
  for await (const part of stream) {
    const bytes = part as Buffer;
    hash.update(bytes);
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest + decoder.decode() !== "") throw new ImportFault(`${path.basename(file)} breaks off.`);
}

const rowSchema = z.record(z.string(), z.unknown());

function columnsOf(line: string): string | null {
  try {
    const row = rowSchema.safeParse(JSON.parse(line));
    return row.success ? Object.keys(row.data).toSorted().join() : null;
  } catch {
    return null;
  }
}

/** The lines go to the database as they stand, because numbers in them may be larger than those of JavaScript. */
async function insert(sql: postgres.ISql, table: DeskTable, lines: readonly string[]) {
  const values = table.columns.map((column) =>
    table.neverEmptyJson.includes(column)
      ? `coalesce(r.${quoted(column)}, 'null'::jsonb)`
      : `r.${quoted(column)}`,
  );
  await sql.unsafe(
    `insert into ${tableName(table)} (${columnList(table.columns)}) overriding system value
      select ${values.join(", ")} from jsonb_populate_recordset(null::${tableName(table)}, $1::text::jsonb) r`,
    [`[${lines.join(",")}]`],
  );
}

/** Numbers that the database gives out go on after the highest that there is. */
async function setSequences(sql: postgres.ISql, tables: readonly DeskTable[]): Promise<void> {
  for (const table of tables) {
    for (const column of table.columns) {
      const [row] =
        await sql`select pg_get_serial_sequence(${tableName(table)}, ${column}) as name`;
      if (row?.["name"] == null) continue;
      await sql.unsafe(
        `select setval($1::regclass, (select max(${quoted(column)}) from ${tableName(table)}))
          where exists (select from ${tableName(table)})`,
        [String(row["name"])],
      );
    }
  }
}
