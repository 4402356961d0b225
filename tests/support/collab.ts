import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as decoding from "lib0/decoding";
import * as Y from "yjs";

import type { Limits } from "~/collab/limits";
import { messageType, readDurable } from "~/collab/protocol";
import { reviewDocumentName } from "~/collab/review-document";
import type { ReviewDocumentStore } from "~/collab/store";
import { claimStates } from "~/domain/review/workflow";
import { reviewAccess, whileReadOnly, type DocumentRight } from "~/domain/people/permissions";
import { roles } from "~/domain/people/person";

import { createCollabServer, type CollabServer, type Standing } from "../../server/collab";
import { redisNeighbours } from "../../server/collab/neighbours";
import type { TestDesk } from "./desk";

// Every y-websocket client outside a browser listens for the end of the process.
process.setMaxListeners(200);

export interface TestCollab {
  server: CollabServer;
  port: number;
  warnings: object[];
  /** How many rights were asked for in each question so far. */
  asked: number[];
  /** Ends a person's session, as signing out does. */
  signOut(personId: string): void;
  stop(): Promise<void>;
}

/** The collaboration server on a port of its own; who asks is said by a cookie `person=<id>`. */
export async function startCollab(
  desk: Pick<TestDesk, "sql">,
  store: ReviewDocumentStore,
  {
    limits = {},
    port: wanted = 0,
    judgeEvery = 700,
    redisUrl,
    believesDecided = false,
  }: {
    limits?: Partial<Limits>;
    port?: number;
    judgeEvery?: number;
    redisUrl?: string | undefined;
    /** Takes every second reviewer for one who has decided, as a process would that is behind. */
    believesDecided?: boolean;
  } = {},
): Promise<TestCollab> {
  const signedOut = new Set<string>();
  const warnings: object[] = [];
  const asked: number[] = [];
  const note = (details: object) => warnings.push(details);
  const log = { info: () => undefined, warn: note, error: note };
  const neighbours = redisUrl ? redisNeighbours(redisUrl, log) : undefined;
  const server = createCollabServer({
    store,
    ...(neighbours && { neighbours }),
    publicUrl: null,
    limits,
    sockets: { perPerson: 20, perRoom: 100 },
    log,
    sessionOf: async (req: IncomingMessage) => {
      const id = /person=([0-9a-f-]+)/.exec(req.headers.cookie ?? "")?.[1];
      return id === undefined || signedOut.has(id) ? null : { id };
    },
    standingsOf: (questions) => {
      asked.push(questions.length);
      return Promise.all(
        questions.map(async ({ session: { id }, claimId }) =>
          signedOut.has(id) ? null : standing(desk, id, claimId, believesDecided),
        ),
      );
    },
    judgeEvery,
  });
  const http = createServer((_req, res) => res.end("ok"));
  http.on("upgrade", (req, socket, head) => {
    if (!server.handleUpgrade(req, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => http.listen(wanted, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  return {
    server,
    port,
    warnings,
    asked,
    signOut: (personId) => void signedOut.add(personId),
    async stop() {
      await server.close();
      neighbours?.end();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

async function standing(
  { sql }: Pick<TestDesk, "sql">,
  personId: string,
  claimId: string,
  believesDecided: boolean,
): Promise<Standing> {
  const [claim] = await sql<
    {
      state: string;
      lead_id: string | null;
      second_id: string | null;
      recused: string[];
      decided: boolean;
      round: number;
    }[]
  >`
    select state, lead_id, second_id, recused, (select count(*)::int from public.verdict_versions v where v.claim_id = claims.id) as round, public.second_verdict_given(id, ${personId}) as decided from public.claims where id = ${claimId}`;
  const [row] = await sql<{ name: string; role: string }[]>`
    select p.name, app_private.role_of(p.id)::text as role from public.profiles p where p.id = ${personId}`;
  const state = claimStates.find((known) => known === claim?.state);
  const role = roles.find((known) => known === row?.role);
  if (!claim || !row || !state || !role) return null;
  const person = { id: personId, name: row.name, role };
  const inReview = {
    state,
    leadId: claim.lead_id,
    secondId: claim.second_id,
    recusedIds: claim.recused,
  };
  const access = reviewAccess(person, inReview, believesDecided || claim.decided);
  const [settings] = await sql<
    { read_only: boolean }[]
  >`select read_only from public.desk_settings`;
  return {
    person,
    access: settings?.read_only ? whileReadOnly(access) : access,
    round: claim.round,
  };
}

/** A browser's headers: the person's cookie, and an Origin, which `ws` does not send by itself. */
export function socketAs(personId: string, port: number, origin = `http://127.0.0.1:${port}`) {
  return class extends WebSocket {
    constructor(address: string | URL) {
      super(address, { origin, headers: { cookie: `person=${personId}` } });
    }
  };
}

/** A y-websocket client in a process without a browser. */
export class LiveClient {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  closed: { code: number; reason: string } | null = null;
  right: DocumentRight | null = null;
  closeCodes: number[] = [];
  /** How often the server said that somebody took a step with the claim. */
  moves = 0;
  /** Words typed with `type` that the server says are saved. */
  readonly saved = new Set<string>();
  readonly #typed: { word: string; message: number }[] = [];
  #sent = 0;
  #saved = 0;
  readonly #waiting = new Set<() => void>();

  constructor(port: number, claimId: string, personId: string) {
    this.provider = new WebsocketProvider(
      `ws://127.0.0.1:${port}/collab`,
      reviewDocumentName(claimId),
      this.doc,
      {
        WebSocketPolyfill: socketAs(personId, port) as unknown as typeof globalThis.WebSocket,
        disableBc: true,
        maxBackoffTime: 300,
      },
    );
    const { provider } = this;
    const readSync = provider.messageHandlers[messageType.sync];
    provider.messageHandlers[messageType.sync] = (encoder, decoder, ...rest) => {
      const isQuestion = decoding.peekVarUint(decoder) === 0;
      readSync?.(encoder, decoder, ...rest);
      if (isQuestion) this.#sent += 1;
      this.#look();
    };
    provider.messageHandlers[messageType.durable] = (_encoder, decoder) => {
      const message = readDurable(decoder);
      if (message?.kind === "saved") this.#countSaved(message.messages);
      if (message?.kind === "access") this.right = message.right;
      if (message?.kind === "moved") this.moves += 1;
      this.#look();
    };
    this.doc.on("update", (_update: Uint8Array, origin: unknown) => {
      if (origin !== provider && provider.wsconnected) this.#sent += 1;
      this.#look();
    });
    provider.on("status", ({ status }) => {
      if (status === "connected") {
        [this.#sent, this.#saved] = [0, 0];
        this.#typed.length = 0;
      }
      this.#look();
    });
    provider.on("sync", () => this.#look());
    provider.on("connection-close", (event) => {
      if (event) this.closeCodes.push(event.code);
      this.#look();
    });
    provider.on("closed", (closed) => {
      this.closed = closed;
      this.#look();
    });
    provider.awareness.on("change", () => this.#look());
  }

  get isSaved(): boolean {
    return this.provider.wsconnected && this.#sent > 0 && this.#saved >= this.#sent;
  }

  get summary(): string {
    return this.doc.getText("summary").toJSON();
  }

  /** Resolves when the condition holds; asked again whenever this client hears something. */
  async until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!condition()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  async open(): Promise<this> {
    await this.until(() => this.provider.synced && this.right !== null);
    return this;
  }

  /** Types a word at the end of the summary and remembers in which message it went out. */
  type(word: string): void {
    const text = this.doc.getText("summary");
    text.insert(text.length, word);
    if (this.provider.wsconnected) this.#typed.push({ word, message: this.#sent });
  }

  destroy(): void {
    this.provider.destroy();
    this.doc.destroy();
  }

  #countSaved(messages: number): void {
    this.#saved = messages;
    for (const { word, message } of this.#typed) if (message <= messages) this.saved.add(word);
  }

  #look(): void {
    for (const look of [...this.#waiting]) look();
  }
}
