import { lookup } from "node:dns/promises";
import { Agent, request, type Dispatcher } from "undici";
import { fail, ok, type Result } from "~/domain/result";
import { unlessAborted, withDeadline } from "./deadline";
import { guardedConnector, type PermitAddress, type Resolve } from "./guarded-connector";
import { explain } from "./explain";
import { FetchFailure, fetchProblem, type FetchProblem } from "./problem";
import { acceptedEncodings, readBody, tooLarge } from "./read-body";
import { readableTypes, refuseStatus, refuseType } from "./refuse-answer";
import { checkTarget } from "./target";

/** What came back from the web, before anybody has read it. `fetchedAt` is ISO 8601 in UTC. */
export interface FetchedPage {
  requestedUrl: string;
  finalUrl: string;
  /** Every address on the way after the first, in order; the last is `finalUrl`. Empty without redirects. */
  redirects: string[];
  status: number;
  /** The header as it was sent, with its charset. */
  contentType: string;
  /** The body after decompression. */
  bytes: Uint8Array;
  /** What the server gave to ask by next time whether anything changed. */
  etag?: string | null;
  lastModified?: string | null;
  fetchedAt: string;
}

export interface PageFetcherLimits {
  /** For everything together: names, connections, redirects and the body. */
  totalMs: number;
  /** Before and after decompression. */
  maxBytes: number;
  maxRedirects: number;
}

export interface PageFetcherOptions {
  /** Finds the addresses of a host name; the system's resolver by default. */
  resolve?: Resolve;
  /** Allows an address that is not public. By default nothing is allowed. */
  permitAddress?: PermitAddress;
  /** Which ports may be asked for; 80 and 443 by default. */
  permitPort?: (port: number) => boolean;
  limits?: Partial<PageFetcherLimits>;
  /** Instead of, or besides, those of a browser-like request. With `if-none-match` an answer of 304 is one, without a body. */
  headers?: Readonly<Record<string, string>>;
  /** Which content types may come back; those of pages and files that an article can be read from by default. */
  types?: ReadonlySet<string>;
  now?: () => Date;
}

export type PageFetcher = (
  url: string,
  signal?: AbortSignal,
) => Promise<Result<FetchedPage, FetchProblem>>;

const defaultLimits: PageFetcherLimits = { totalMs: 10_000, maxBytes: 5_000_000, maxRedirects: 5 };
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const requestHeaders = {
  "user-agent": "Countersign/0.1 (+fact-checking; contact the desk)",
  accept:
    "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, application/pdf;q=0.8, application/vnd.openxmlformats-officedocument.wordprocessingml.document;q=0.8",
  "accept-encoding": acceptedEncodings,
};

/**
 * Makes the function that opens a page on the public web on behalf of a person. It sends no cookies and uses no proxy,
 * never connects to an address that is not public, and is bounded in time, size and redirects. Everything that goes
 * wrong comes back as a problem with a message for the person; only when `signal` is aborted does it reject, with the
 * reason of the signal.
 */
export function createPageFetcher(options: PageFetcherOptions = {}): PageFetcher {
  const limits = { ...defaultLimits, ...options.limits };
  const resolve = options.resolve ?? systemResolve;
  const permitAddress = options.permitAddress ?? (() => false);
  const permitPort = options.permitPort ?? ((port: number) => port === 80 || port === 443);
  const headers = { ...requestHeaders, ...options.headers };
  const types = options.types ?? readableTypes;
  const now = options.now ?? (() => new Date());

  return async (requestedUrl, outer) => {
    outer?.throwIfAborted();
    const first = checkTarget(requestedUrl, permitPort);
    if (!first.ok) return first;
    return withDeadline(limits.totalMs, outer, async (signal) => {
      const agent = new Agent({
        connect: guardedConnector({
          resolve: (hostname) => unlessAborted(resolve(hostname), signal),
          permitAddress,
          connectTimeoutMs: limits.totalMs,
          signal,
        }),
      });
      try {
        const visit = { agent, limits, permitPort, headers, types, signal };
        const { url, redirects, answer } = await followRedirects(first.value, visit);
        const page = await readPage(answer, visit);
        const fetchedAt = now().toISOString();
        return ok({ requestedUrl, finalUrl: url.href, redirects, ...page, fetchedAt });
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

interface Visit {
  agent: Agent;
  limits: PageFetcherLimits;
  permitPort: (port: number) => boolean;
  headers: Readonly<Record<string, string>>;
  types: ReadonlySet<string>;
  signal: AbortSignal;
}

/** The first answer that is not a redirect, and the way to it. Each step is checked as the first address was. */
async function followRedirects(first: URL, visit: Visit) {
  const redirects: string[] = [];
  let url = first;
  for (;;) {
    const answer = await request(url, {
      dispatcher: visit.agent,
      method: "GET",
      headers: visit.headers,
      signal: visit.signal,
      headersTimeout: visit.limits.totalMs,
      bodyTimeout: visit.limits.totalMs,
    });
    // A body that is not read ends together with the agent, and nobody waits for what it says then.
    answer.body.on("error", () => undefined);
    const location = headerValue(answer.headers["location"]);
    if (!redirectStatuses.has(answer.statusCode) || location === "") {
      return { url, redirects, answer };
    }
    if (redirects.length === visit.limits.maxRedirects) {
      const happened = `The address was redirected more than ${visit.limits.maxRedirects} times.`;
      throw new FetchFailure(fetchProblem("too_many_redirects", happened));
    }
    const next = checkTarget(location, visit.permitPort, url);
    if (!next.ok) throw new FetchFailure(next.error);
    url = next.value;
    redirects.push(url.href);
  }
}

async function readPage(
  answer: Dispatcher.ResponseData,
  { limits, headers, types, signal }: Visit,
) {
  const status = answer.statusCode;
  const contentType = headerValue(answer.headers["content-type"]);
  const etag = headerValue(answer.headers["etag"]) || null;
  const lastModified = headerValue(answer.headers["last-modified"]) || null;
  const marks = { etag, lastModified };
  if (status === 304 && ("if-none-match" in headers || "if-modified-since" in headers)) {
    return { status, contentType, bytes: new Uint8Array(), ...marks };
  }
  refuseStatus(status);
  refuseType(contentType, types);
  if (Number(headerValue(answer.headers["content-length"])) > limits.maxBytes) {
    throw tooLarge(limits.maxBytes);
  }
  const encoding = headerValue(answer.headers["content-encoding"]);
  const bytes = await readBody(answer.body, encoding, limits.maxBytes, signal);
  return { status, contentType, bytes, ...marks };
}

/** The addresses of a host by the resolver of the system. */
export const systemResolve: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};

function headerValue(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
