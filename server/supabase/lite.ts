import { App, InMemoryEmailDriver, SUPABASE_AUTH_HELPERS_SQL } from "@supabase/lite";
import type postgres from "postgres";

import { baselineSql } from "./baseline.sql";
import { Connection } from "./database-errors";
import type { Keys } from "./keys";
import { sayWhoAsksInOneStatement } from "./request-context";

/** Supabase's REST and auth interfaces over a PostgreSQL database, in this process. */
export interface Lite {
  fetch: typeof fetch;
  /** Makes roles, auth tables and helpers. Before the migrations. */
  prepare(sql: postgres.Sql): Promise<void>;
  /** Reads the schema. After the migrations: lite does not notice later changes. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Nobody looks this name up; it must only stay the same, because cookies and tokens name it. */
export const embeddedUrl = "http://supabase.embedded.localhost";

/**
 * lite 0.10.0 is pinned, and what it does otherwise than Supabase is put right here, in `database-errors.ts`, `request-context.ts`
 * and `baseline.sql.ts`, nowhere else. Sign-up needs no confirmation by mail: nothing but this process can call it.
 */
export function createLite(databaseUrl: string, keys: Keys): Lite {
  const connection = new Connection({
    url: databaseUrl,
    postgresOptions: {
      max: 16,
      onnotice: () => undefined,
      types: { bytea, jsonb, timestamp, timestamptz },
    },
  });
  keepGrants(connection);
  sayWhoAsksInOneStatement(connection);
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: keys.jwt,
      jwt_expiry: 3600,
      publishable_key: keys.publishable,
      secret_key: keys.secret,
      site_url: embeddedUrl,
      enable_signup: true,
      enable_refresh_token_rotation: true,
      minimum_password_length: 8,
      email: { enable_signup: true, enable_confirmations: false },
    },
    storage: { enabled: false },
    api: { schemas: ["public"], extra_search_path: ["public", "extensions"], max_rows: 1000 },
    options: {
      drivers: { email: new InMemoryEmailDriver({ maxKeepCount: 100 }) },
      server: { disableStudio: true, admin: false },
    },
  });
  return {
    fetch: (input, init) => app.fetch(new Request(input, init)),
    async prepare(sql) {
      await sql.unsafe(baselineSql).simple();
      await app.ensureSystemSchema();
      await sql.unsafe(SUPABASE_AUTH_HELPERS_SQL).simple();
    },
    async open() {
      await app.init();
    },
    close: () => connection.close(),
  };
}

/**
 * PostgREST takes and sends bytea as `\x` and hex digits. lite leaves it to the driver, which would encode such a
 * string a second time and send bytes as an object.
 */
const bytea = {
  to: 17,
  from: [17],
  serialize: (value: unknown) =>
    typeof value === "string"
      ? value
      : value instanceof Uint8Array
        ? `\\x${Buffer.from(value).toString("hex")}`
        : String(value),
  parse: (value: string) => value,
};

/**
 * lite hands JSON over as text already (a person's metadata, an argument of a function); the driver would make a JSON
 * string of that text. Except a bare string, which it hands over as it is: send objects and arrays.
 */
const jsonb = {
  to: 3802,
  from: [3802],
  serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
};

/** PostgREST sends times as JSON writes them (`2026-11-23T19:58:25.8+00:00`), lite as PostgreSQL prints them. */
const timeAs = (oid: number) => ({
  to: oid,
  from: [oid],
  serialize: (value: unknown) => (value instanceof Date ? value.toISOString() : String(value)),
  parse: (value: string) => value.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"),
});
const timestamp = timeAs(1114);
const timestamptz = timeAs(1184);

/**
 * At its first request lite grants everything, TRUNCATE included, on every table of a schema with row-level security
 * to every role, so that a grant which a migration forgot would only be missed in production. It does so while its
 * state is unknown; it is known here, because the migrations switch row-level security on.
 */
function keepGrants(connection: object): void {
  if (Reflect.get(connection, "rlsState") !== "unknown") {
    throw new Error(
      "This version of @supabase/lite is not the one Countersign was made for: 0.10.0.",
    );
  }
  Reflect.set(connection, "rlsState", "active");
}
