import { lookup } from "node:dns/promises";

import { Agent, request } from "undici";

import { unlessAborted, withDeadline } from "./deadline";
import { guardedConnector } from "./guarded-connector";
import type { PageFetcherOptions } from "./page-fetcher";
import { FetchFailure } from "./problem";
import { readBody } from "./read-body";
import { checkTarget } from "./target";

export interface ServiceCall {
  url: string;
  method: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface ServiceAnswer {
  status: number;
  body: Uint8Array;
}

/** Asks a service that the operator has named. Rejects when it cannot be reached or does not answer in time. */
export type CallService = (call: ServiceCall, signal: AbortSignal) => Promise<ServiceAnswer>;

const usualMs = 30_000;
const mostBytes = 1_000_000;

/** As guarded as the fetcher of pages, and follows no redirect: what is sent holds a key. */
export function createServiceCaller(options: PageFetcherOptions = {}): CallService {
  const resolve =
    options.resolve ??
    (async (host: string) => (await lookup(host, { all: true })).map(({ address }) => address));
  const permitAddress = options.permitAddress ?? (() => false);
  const totalMs = options.limits?.totalMs ?? usualMs;
  const permitPort = options.permitPort ?? ((port: number) => port === 80 || port === 443);
  return ({ url, method, headers = {}, body }, outer) => {
    const target = checkTarget(url, permitPort);
    if (!target.ok) return Promise.reject(new FetchFailure(target.error));
    return withDeadline(totalMs, outer, async (signal) => {
      const agent = new Agent({
        connect: guardedConnector({
          resolve: (hostname) => unlessAborted(resolve(hostname), signal),
          permitAddress,
          connectTimeoutMs: totalMs,
          signal,
        }),
      });
      try {
        const answer = await request(target.value, {
          dispatcher: agent,
          method,
          headers,
          ...(body !== undefined && { body: typeof body === "string" ? body : Buffer.from(body) }),
          signal,
        });
        answer.body.on("error", () => undefined);
        const read = await readBody(answer.body, "identity", mostBytes, signal);
        return { status: answer.statusCode, body: read };
      } finally {
        await agent.destroy();
      }
    });
  };
}
