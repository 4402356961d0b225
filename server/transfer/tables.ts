import type postgres from "postgres";

/** What is not taken along, each with why. Everything else in `public` and `app_private` is, also what comes later. */
export const leftOut: Readonly<Record<string, string>> = {
  "public.api_tokens": "lets programs in; make new ones",
  "app_private.api_requests": "belongs to tokens",
  "public.invites": "lets people in; invite them again",
  "app_private.webhook_secrets": "is a secret; give each webhook a new one",
  "app_private.staged_originals": "waits to be saved with an article, for two days at most",
  "app_private.demo_staged": "is about one database: whether the demonstration was set up in it",
  "app_private.public_stamps": "tells when kept pages are out of date, in one database",
  "app_private.token_scopes": "comes with the software",
  "public.workflow_transitions": "comes with the software",
  "public.notification_kinds": "comes with the software",
  "public.notification_rules": "comes with the software",
};

/** A table as it is taken along. */
export interface DeskTable {
  /** With its schema. */
  name: string;
  /** Without those that the database computes. */
  columns: string[];
  /** Columns of JSON that are never empty: their `null` is one of JSON’s. */
  neverEmptyJson: string[];
  /** What its rows are ordered by, the same in every database. */
  order: string;
  /** Whether it holds the one row of a setting or a head, which is there from the beginning. */
  isSingle: boolean;
}

/** The tables of this database that are taken along, by name. */
export async function deskTables(sql: postgres.ISql): Promise<DeskTable[]> {
  const rows = await sql<
    { name: string; columns: string[]; json: string[]; order: string | null; key: string[] }[]
  >`
    select n.nspname || '.' || c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated::text = '') as columns,
      (select coalesce(array_agg(a.attname::text), '{}') from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attnotnull
          and a.atttypid = 'jsonb'::regtype) as json,
      (select string_agg(format('r.%I%s', a.attname, case when a.attcollation <> 0 then ' collate "C"' else '' end), ', '
          order by k.place)
        from pg_index i, unnest(i.indkey[0:i.indnkeyatts - 1]) with ordinality k (num, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.num) as order,
      (select coalesce(array_agg(a.attname::text), '{}') from pg_index i, pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = any (i.indkey)) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'app_private')
    order by n.nspname || '.' || c.relname collate "C"`;
  return rows
    .filter(({ name }) => !Object.hasOwn(leftOut, name))
    .map(({ name, columns, json, order, key }) => {
      if (order === null) throw new Error(`The table ${name} has no key to order its rows by.`);
      return {
        ...{ name, columns, order },
        neverEmptyJson: json,
        isSingle: key.length === 1 && key[0] === "one",
      };
    });
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table’s name as SQL has it. */
export const tableName = ({ name }: Pick<DeskTable, "name">): string =>
  name.split(".").map(quoted).join(".");

export const columnList = (columns: readonly string[]): string => columns.map(quoted).join(", ");

/** The migrations that made this database, in order: a desk is only taken into one made by the same. */
export async function schemaVersions(sql: postgres.ISql): Promise<string[]> {
  const rows = await sql<{ version: string }[]>`
    select version from supabase_migrations.schema_migrations order by version collate "C"`;
  return rows.map(({ version }) => version);
}
