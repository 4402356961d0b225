import { sql, type Kysely } from "kysely";

interface Asking {
  auth?: { uid?: unknown; role?: string; jwt?: unknown };
  storage?: { operation?: unknown };
}

interface Called {
  method: string;
  path: string;
  requestHeaders?: unknown;
}

type Transaction = Kysely<unknown>;

/**
 * lite 0.10.0 tells the database who asks in five statements and what was called in five more, each awaited, before
 * the one that was asked for. These say the same in one each: of a request's 18 round trips 9 stay. What is set, its
 * order and that it ends with the transaction are lite's.
 */
export function sayWhoAsksInOneStatement(connection: object): void {
  replace(connection, "applyJwtSessionContext", sayWhoAsks);
  replace(connection, "applyRpcRequestGucs", sayWhatWasCalled);
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

async function sayWhatWasCalled(transaction: Transaction, called: Called): Promise<void> {
  await sql`
    select set_config('response.status', '', true), set_config('response.headers', '', true),
      set_config('request.method', ${called.method}, true),
      set_config('request.path', ${called.path}, true),
      set_config('request.headers', ${JSON.stringify(called.requestHeaders ?? {})}, true)`.execute(
    transaction,
  );
}

function replace(connection: object, name: string, by: unknown): void {
  if (typeof Reflect.get(connection, name) !== "function") {
    throw new Error(
      "This version of @supabase/lite is not the one Countersign was made for: 0.10.0.",
    );
  }
  Reflect.set(connection, name, by);
}
