import { randomUUID } from "node:crypto";

import { Redis } from "ioredis";
import { z } from "zod";

import type { CollabLog, NeighbourNews } from "~/collab/rooms";

/** What processes tell each other: of their rooms, and of rights that may have changed. */
export type News =
  NeighbourNews | { kind: "rights"; claimId?: string | undefined; personId?: string | undefined };

const state = z.tuple([z.number().int().nonnegative(), z.string().max(20_000).nullable()]);
const news = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("rows"),
    heads: z.array(z.tuple([z.string(), z.number().int().positive()])),
  }),
  z.object({ kind: z.literal("presence"), claimId: z.string(), states: z.array(state) }),
  z.object({ kind: z.literal("who"), claimId: z.string() }),
  z.object({
    kind: z.literal("rights"),
    claimId: z.string().optional(),
    personId: z.string().optional(),
  }),
]);
const message = z.object({ from: z.string(), news });

const channel = "countersign:collab";

/** The other processes on the same database. */
export interface Neighbours {
  /** Tells all others; lost without a word while Redis is away. */
  tell(news: News): void;
  /** `from` names the process that tells, for as long as it runs. */
  onNews(heard: (news: News, from: string) => void): void;
  readonly isConnected: boolean;
  end(): void;
}

/** Connects again by itself; nothing that was missed meanwhile is lost, only later. */
export function redisNeighbours(url: string, log: CollabLog): Neighbours {
  const me = randomUUID();
  const options = {
    maxRetriesPerRequest: null,
    enableOfflineQueue: false,
    retryStrategy: (times: number) => Math.min(2_000, 100 * times),
  };
  const teller = new Redis(url, options);
  const listener = new Redis(url, { ...options, enableOfflineQueue: true });
  let isAway = false;
  const away = (error: unknown) => {
    if (!isAway) log.warn({ err: error }, "Redis is away; other processes are heard of later");
    isAway = true;
  };
  teller.on("error", away);
  listener.on("error", away);
  teller.on("ready", () => (isAway = false));
  listener.subscribe(channel).catch(away);

  return {
    tell(told) {
      if (teller.status !== "ready") return;
      teller.publish(channel, JSON.stringify({ from: me, news: told })).catch(away);
    },
    onNews(heard) {
      listener.on("message", (_channel, text: string) => {
        const read = message.safeParse(parsed(text));
        if (read.success && read.data.from !== me) heard(read.data.news, read.data.from);
      });
    },
    get isConnected() {
      return teller.status === "ready" && listener.status === "ready";
    },
    end() {
      teller.disconnect();
      listener.disconnect();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
