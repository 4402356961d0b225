import { randomUUID } from "node:crypto";

import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import postgres from "postgres";
import WebSocket from "ws";

import { assignClaim } from "~/commands/assign-claim";
import type { Ports } from "~/commands/ports";
import { saveArticle } from "~/commands/save-article";
import { triageClaim } from "~/commands/triage-claim";
import { articleStore } from "~/data/articles.server";
import { claimStore } from "~/data/claims.server";
import { currentPerson } from "~/data/people.server";
import type { Person, Role } from "~/domain/people/person";
import { describeRefusal, type Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

import { startSupabase, type SupabasePlatform } from "../../../server/supabase";

interface Member {
  person: Person;
  ports: Ports;
}

const password = "a-password-for-measuring";
const claimsPerArticle = 20;

/**
 * The desk behind a running Countersign on this data directory: takes people on, and brings claims into review by the
 * desk's own commands, each with the rights of the person who takes it.
 */
export class BenchNewsroom {
  #members: { editor: Member; lead: Member; second: Member } | null = null;

  private constructor(
    private readonly platform: SupabasePlatform,
    private readonly sql: postgres.Sql,
  ) {}

  static async open(dataDir: string): Promise<BenchNewsroom> {
    const platform = await startSupabase({ dataDir, env: {}, share: true });
    if (platform.databaseUrl === null) throw new Error("The database cannot be reached directly");
    return new BenchNewsroom(
      platform,
      postgres(platform.databaseUrl, { max: 2, onnotice: () => undefined }),
    );
  }

  async close(): Promise<void> {
    await this.sql.end();
    await this.platform.stop();
  }

  /** Takes on so many reviewers and answers with what they sign in with. */
  async hire(count: number): Promise<{ email: string; password: string }[]> {
    const names = Array.from({ length: count }, (_, index) => `Bench reviewer ${index + 1}`);
    return Promise.all(names.map(async (name) => (await this.#join("reviewer", name)).credentials));
  }

  /** New claims in review, by id. Their lead and second reviewer are people who open no socket. */
  async claimsInReview(count: number): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < count) {
      const claims = await this.#claimsOfNewArticle(Math.min(claimsPerArticle, count - ids.length));
      ids.push(...claims);
    }
    return ids;
  }

  async #claimsOfNewArticle(count: number): Promise<string[]> {
    const { editor, lead, second } = await this.#cast();
    const articleId = randomUUID();
    const sentences = Array.from(
      { length: count },
      (_, index) =>
        `The council of Springfield rejected bridge ${index + 1} by ${index + 31} votes to 12 on Monday.`,
    );
    value(
      await saveArticle(editor.ports, editor.person, {
        articleId,
        draft: {
          title: `Votes of the council ${articleId}`,
          byline: null,
          outlet: "The Paper",
          publishedOn: "2024-02-05",
          language: "en",
          sourceUrl: null,
          fetchedAt: null,
          text: `${sentences.join(" ")} This is article ${articleId}.`,
        },
      }),
    );
    const proposed = (await editor.ports.claims.ofArticle(articleId)).slice(0, count);
    if (proposed.length === 0) throw new Error("The engine proposed nothing");
    for (const { id: claimId, version } of proposed) {
      const { ports } = editor;
      value(await triageClaim(ports, editor.person, { claimId, version, action: "accept" }));
      const open = await editor.ports.claims.find(claimId);
      value(
        await assignClaim(ports, editor.person, {
          claimId,
          version: open?.version ?? version,
          leadId: lead.person.id,
          secondId: second.person.id,
          dueOn: null,
          priority: "normal",
        }),
      );
    }
    return proposed.map(({ id }) => id);
  }

  async #cast() {
    return (this.#members ??= {
      editor: (await this.#join("editor", "Bench editor")).member,
      lead: (await this.#join("reviewer", "Bench lead")).member,
      second: (await this.#join("reviewer", "Bench second")).member,
    });
  }

  async #join(role: Role, name: string) {
    const supabase = this.#client();
    const credentials = { email: `${randomUUID()}@bench.test`, password };
    const { error } = await supabase.auth.signUp({ ...credentials, options: { data: { name } } });
    if (error) throw error;
    await this.sql`update app_private.user_roles r set role = ${role}
      from auth.users u where u.id = r.user_id and u.email = ${credentials.email}`;
    const person = await currentPerson(supabase);
    if (!person) throw new Error("The new person has no profile");
    // The commands used here ask for nothing else.
    const ports = {
      articles: articleStore(supabase),
      claims: claimStore(supabase),
      matches: { lookAgain: () => undefined },
      // Nobody is in a room yet whose rights could change.
      documents: { rightsChanged: () => undefined },
    } as unknown as Ports;
    return { credentials, member: { person, ports } };
  }

  #client(): SupabaseClient {
    return createClient(this.platform.url, this.platform.anonKey, {
      auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
      ...(this.platform.fetch && { global: { fetch: this.platform.fetch } }),
      realtime: { transport: WebSocket as never },
    });
  }
}

function value<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(describeRefusal(result.error));
  return result.value;
}
