import { createHash } from "node:crypto";

/** Milliseconds within which something may change twice in the same second of `Last-Modified`. */
const unsettled = 2_000;

export interface Answer {
  body: string;
  type: string;
  /** When what it tells of was last changed; left out where the body holds more than that. */
  changedAt?: string | undefined;
  /** Seconds for which caches may answer without asking. */
  maxAge?: number;
  headers?: Readonly<Record<string, string>>;
}

/**
 * The same for everybody, with an ETag over its bytes, and 304 without a body for whoever has it already. Every cache may
 * keep it; after `maxAge` it asks again.
 */
export function conditional(request: Request, answer: Answer, now = Date.now()): Response {
  const { body, type, changedAt, maxAge = 0, headers: more } = answer;
  const headers = new Headers(more);
  headers.set("Content-Type", type);
  headers.set("Cache-Control", `public, max-age=${maxAge}, must-revalidate`);
  const changed = changedAt === undefined ? null : Date.parse(changedAt);
  // A second that has not passed could still bring another change under the same date.
  if (changed !== null && now - changed >= unsettled) {
    headers.set("Last-Modified", new Date(changed).toUTCString());
  }
  return withEtag(request, body, headers);
}

/** The body under an ETag over its bytes, where it has none yet, or 304 for whoever has it already. */
export function withEtag(request: Request, body: string, headers: Headers): Response {
  if (!headers.has("ETag")) headers.set("ETag", etagOf(body));
  if (isKnown(request, headers)) {
    headers.delete("Content-Type");
    return new Response(null, { status: 304, headers });
  }
  return new Response(request.method === "HEAD" ? null : body, { headers });
}

/** Weak, because the bytes on the way may be compressed or not. */
export const etagOf = (body: string): string =>
  `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;

/** Whether the request names what these headers describe; RFC 9110, 13.2.2: the ETag goes before the date. */
export function isKnown(request: Request, headers: Headers): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const tags = request.headers.get("If-None-Match");
  if (tags !== null) {
    const own = opaque(headers.get("ETag") ?? "");
    return (
      tags.trim() === "*" || (tags.match(/(?:W\/)?"[^"]*"/g) ?? []).some((t) => opaque(t) === own)
    );
  }
  const since = Date.parse(request.headers.get("If-Modified-Since") ?? "");
  const modified = Date.parse(headers.get("Last-Modified") ?? "");
  return modified <= since;
}

const opaque = (tag: string): string => tag.replace(/^W\//, "");
