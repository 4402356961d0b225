import type { SignedIn } from "./signed-in";

/** Where the data lives: a Supabase project, or the database that this process starts for itself. */
export interface SupabasePlatform {
  kind: "embedded" | "remote";
  /** For `createClient`. Embedded: a placeholder that is never looked up, because `fetch` answers. */
  url: string;
  anonKey: string;
  /** Passes row-level security. Server only, in named places. */
  serviceKey: string;
  /** Embedded: answers in this process, to be given as `global.fetch`. Remote: undefined. */
  fetch: typeof fetch | undefined;
  /** Direct connection. Embedded: always. Remote: `DATABASE_URL`, or null. */
  databaseUrl: string | null;
  /**
   * Who has signed in with this access token. Null when it is forged or has run out, when its session was signed out,
   * or when the person is banned or deleted. Rejects when that cannot be found out.
   */
  signedIn(token: string): Promise<SignedIn | null>;
  /** Stops what was started for this platform; a second call waits for the first. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Where an embedded database keeps everything. Made when missing. */
  dataDir: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Told what an operator may want to know; never a secret. */
  log?: (line: string) => void;
  /** Default: `supabase/migrations` under the working directory. */
  migrationsDir?: string;
  /**
   * For a command beside a running server: where a server already runs on this directory, use its database and leave
   * it running, instead of refusing. Migrations are then left to that server.
   */
  share?: boolean;
}
