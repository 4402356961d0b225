import type postgres from "postgres";

import { quoted } from "./tables";

interface ForeignKey {
  name: string;
  child: string;
  parent: string;
  columns: string[];
  referenced: string[];
}

/** The first reference between rows that leads nowhere, in a sentence; null when all of them lead somewhere. */
export async function foreignKeyFault(sql: postgres.ISql): Promise<string | null> {
  const keys = await sql<ForeignKey[]>`
    select k.conname as name, k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
      (select array_agg(a.attname::text order by c.place) from unnest(k.conkey) with ordinality c (num, place)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.num) as columns,
      (select array_agg(a.attname::text order by c.place) from unnest(k.confkey) with ordinality c (num, place)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.num) as referenced
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and n.nspname in ('public', 'app_private')
    order by k.conrelid::regclass::text, k.conname`;
  for (const { name, child, parent, columns, referenced } of keys) {
    const given = columns.map((column) => `c.${quoted(column)} is not null`).join(" and ");
    const same = columns
      .map((column, i) => `p.${quoted(referenced[i] ?? "")} = c.${quoted(column)}`)
      .join(" and ");
    const [row] = await sql.unsafe(
      `select exists (select from ${child} c where ${given} and not exists (select from ${parent} p where ${same})) as loose`,
    );
    if (row?.["loose"] === true) return `A row of ${child} leads nowhere (${name}).`;
  }
  return null;
}
