import { sql, type Kysely } from "kysely";

interface Asking {
  auth?: { uid?: unknown; role?: string; jwt?: unknown };
  storage?: { operation?: unknown };
}

type Transaction = Kysely<unknown>;

/**
 * lite 0.10.0 tells the database who asks in five statements and, before a function, what was called in five more, each
 * awaited. This says who asks in one; what is set, its order and that it ends with the transaction are lite's. What was
 * called (`request.method`, `request.path`, `request.headers`) is not said: no function of Countersign reads it, nor
 * sets the `response.` settings that lite empties with it (`tests/integration/supabase/request-context.test.ts`). Of a
 * call's 18 round trips 8 stay.
 */
export function sayWhoAsksInOneStatement(connection: object): void {
  replace(connection, "applyJwtSessionContext", sayWhoAsks);
  replace(connection, "applyRpcRequestGucs", async () => undefined);
}

async function sayWhoAsks(transaction: Transaction, { auth, storage }: Asking): Promise<void> {
  const role = auth?.role || "anon";
  const claims = typeof auth?.jwt === "object" && auth.jwt !== null ? auth.jwt : null;
  await sql`
    select set_config('request.jwt.claim.sub', ${String(auth?.uid ?? "")}, true),
      set_config('request.jwt.claim.role', ${role}, true),
      set_config('storage.operation', ${String(storage?.operation ?? "")}, true),
      case when ${claims !== null} then set_config('request.jwt.claims', ${JSON.stringify(claims)}, true) end,
      set_config('role', ${role}, true)`.execute(transaction);
}

function replace(connection: object, name: string, by: unknown): void {
  if (typeof Reflect.get(connection, name) !== "function") {
    throw new Error(
      "This version of @supabase/lite is not the one Countersign was made for: 0.10.0.",
    );
  }
  Reflect.set(connection, name, by);
}
