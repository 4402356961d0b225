import postgres from "postgres";

/** Milliseconds after which an answer of the database counts as not coming. */
export const answerWithin = 8_000;

/**
 * Ids as the text of a PostgreSQL array. The driver's own `sql.array` knows the type of an array only after the first
 * answer on its connection.
 */
export const arrayOfIds = (ids: readonly string[]): string =>
  `{${ids.map((id) => JSON.stringify(id)).join(",")}}`;

/** Bytes as the text of a PostgreSQL array. */
export const arrayOfBytes = (all: readonly Uint8Array[]): string =>
  `{${all.map((bytes) => `"\\\\x${toHex(bytes)}"`).join(",")}}`;

/**
 * A few direct connections to the database, opened when they are first used.
 *
 * @param purpose What the database calls them in its own lists.
 */
export function directConnection(databaseUrl: string, purpose: string): postgres.Sql {
  return postgres(databaseUrl, {
    max: 4,
    connect_timeout: 5,
    connection: {
      application_name: `countersign ${purpose}`,
      // Shorter than our own patience, so that the database gives up before we stop listening.
      statement_timeout: answerWithin - 1_000,
    },
    onnotice: () => undefined,
  });
}

const toHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
