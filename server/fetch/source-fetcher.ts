import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { TLSSocket } from "node:tls";

import { Agent, request, type buildConnector } from "undici";

import { fail, ok, type Result } from "~/domain/result";

import { unlessAborted, withDeadline } from "./deadline";
import { explain } from "./explain";
import { guardedConnector } from "./guarded-connector";
import { systemResolve, type PageFetcherOptions } from "./page-fetcher";
import { FetchFailure, fetchProblem, type FetchProblem } from "./problem";
import { acceptedEncodings, readBody } from "./read-body";
import { checkTarget } from "./target";

/** One request on the way to a source, and what came back, as it went over the line but for the chunks of the transfer. */
export interface Exchange {
  url: string;
  /** ISO 8601 in UTC, when the answer began. */
  at: string;
  requestHeaders: [name: string, value: string][];
  status: number;
  headers: [name: string, value: string][];
  /** The address that was connected to. */
  remoteAddress: string | null;
  /** SHA-256 of the site's certificate, in hex. */
  certificate: string | null;
  /** Still compressed where the site compressed it. Empty for a redirect. */
  raw: Uint8Array;
}

export interface FetchedSource {
  /** In order; the last one is the source, the others led to it. */
  exchanges: [...Exchange[], Exchange];
  /** The body of the last one, decompressed. */
  body: Uint8Array;
  contentType: string;
}

/** Opens a source whatever it is and whatever the site's status says of it: also the page of an error is an answer. */
export type SourceFetcher = (
  url: string,
  signal?: AbortSignal,
) => Promise<Result<FetchedSource, FetchProblem>>;

const redirectStatuses = new Set([301, 302, 303, 307, 308]);
export const sourceLimits = { totalMs: 25_000, maxBytes: 20_000_000, maxRedirects: 5 };

/** Where the connections of one fetch led. Of several to one host the last one counts. */
type Peers = Map<string, Pick<Exchange, "remoteAddress" | "certificate">>;

/**
 * Makes the function that fetches sources to be captured. As guarded as `createPageFetcher`: no cookies, no proxy, public
 * addresses only and those very ones that were checked, bounded in time, size and redirects. Rejects only when `signal`
 * is aborted.
 */
export function createSourceFetcher(
  userAgent: string,
  options: PageFetcherOptions = {},
): SourceFetcher {
  const limits = { ...sourceLimits, ...options.limits };
  const resolve = options.resolve ?? systemResolve;
  const permitAddress = options.permitAddress ?? (() => false);
  const permitPort = options.permitPort ?? ((port: number) => port === 80 || port === 443);
  const now = options.now ?? (() => new Date());
  const requestHeaders: [string, string][] = [
    ["user-agent", userAgent],
    ["accept", "text/html, application/xhtml+xml, application/pdf, text/*;q=0.9, */*;q=0.5"],
    ["accept-encoding", acceptedEncodings],
  ];

  return async (requestedUrl, outer) => {
    outer?.throwIfAborted();
    const first = checkTarget(requestedUrl, permitPort);
    if (!first.ok) return first;
    return withDeadline(limits.totalMs, outer, async (signal) => {
      const peers: Peers = new Map();
      const agent = new Agent({
        connect: noting(
          peers,
          guardedConnector({
            resolve: (hostname) => unlessAborted(resolve(hostname), signal),
            permitAddress,
            connectTimeoutMs: limits.totalMs,
            signal,
          }),
        ),
      });
      const ask = async (url: URL): Promise<Exchange & { location: string }> => {
        const answer = await request(url, {
          dispatcher: agent,
          method: "GET",
          headers: Object.fromEntries(requestHeaders),
          responseHeaders: "raw",
          signal,
          headersTimeout: limits.totalMs,
          bodyTimeout: limits.totalMs,
        });
        // A body that is not read ends together with the agent, and nobody waits for what it says then.
        answer.body.on("error", () => undefined);
        const at = now().toISOString();
        const headers = headerPairs(answer.headers);
        const status = answer.statusCode;
        const location = redirectStatuses.has(status) ? headerOf(headers, "location") : "";
        const raw =
          location === ""
            ? await readBody(answer.body, "identity", limits.maxBytes, signal)
            : new Uint8Array();
        const peer = peers.get(url.host) ?? { remoteAddress: null, certificate: null };
        return { url: url.href, at, requestHeaders, status, headers, ...peer, raw, location };
      };
      try {
        const led: Exchange[] = [];
        let url = first.value;
        for (;;) {
          const { location, ...exchange } = await ask(url);
          if (location === "") {
            const encoding = headerOf(exchange.headers, "content-encoding");
            const raw = Readable.from([exchange.raw]);
            const body = await readBody(raw, encoding, limits.maxBytes, signal);
            const contentType = headerOf(exchange.headers, "content-type");
            return ok({ exchanges: [...led, exchange], body, contentType });
          }
          led.push(exchange);
          if (led.length > limits.maxRedirects) {
            const happened = `The address was redirected more than ${limits.maxRedirects} times.`;
            throw new FetchFailure(fetchProblem("too_many_redirects", happened));
          }
          const next = checkTarget(location, permitPort, url);
          if (!next.ok) throw new FetchFailure(next.error);
          url = next.value;
        }
      } catch (error) {
        outer?.throwIfAborted();
        if (error instanceof FetchFailure) return fail(error.problem);
        return fail(explain(error, signal.aborted, limits.totalMs));
      } finally {
        await agent.destroy();
      }
    });
  };
}

/** The connector, noting where each connection led. */
function noting(peers: Peers, connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...outcome) => {
      const [, socket] = outcome;
      if (socket !== null) {
        const port = options.port === "" || options.port === undefined ? "" : `:${options.port}`;
        peers.set(`${options.hostname}${port}`, {
          remoteAddress: socket.remoteAddress ?? null,
          certificate: socket instanceof TLSSocket ? certificateOf(socket) : null,
        });
      }
      callback(...outcome);
    });
}

function certificateOf(socket: TLSSocket): string | null {
  const { raw } = socket.getPeerCertificate();
  return raw === undefined ? null : createHash("sha256").update(raw).digest("hex");
}

/** As undici gives headers that it was asked not to touch: name, value, name, value. */
function headerPairs(raw: unknown): [string, string][] {
  const flat = Array.isArray(raw) ? raw.map(String) : [];
  return flat.flatMap((name, index) => {
    const value = flat[index + 1];
    return index % 2 === 0 && value !== undefined ? [[name, value] satisfies [string, string]] : [];
  });
}

function headerOf(headers: readonly [string, string][], name: string): string {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? "";
}
