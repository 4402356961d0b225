import type { Duplex } from "node:stream";

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The claim whose review an address asks for; null for any other address under /collab/. */
export function claimOfPath(pathname: string): string | null {
  const match = /^\/collab\/review(?::|%3A)([^/]+)$/i.exec(pathname);
  const id = match?.[1]?.toLowerCase() ?? "";
  return uuid.test(id) ? id : null;
}

/** The path of a request target, or null when it is none. */
export function pathOf(target: string | undefined): string | null {
  if (target === undefined || !URL.canParse(target, "http://localhost")) return null;
  return new URL(target, "http://localhost").pathname;
}

export const refusals = {
  signedOut: "401 Unauthorized",
  forbidden: "403 Forbidden",
  notFound: "404 Not Found",
  tooMany: "429 Too Many Requests",
  unavailable: "503 Service Unavailable",
} as const;
export type UpgradeRefusal = keyof typeof refusals;

/** Answers an upgrade request with plain HTTP and ends the connection. */
export function refuseUpgrade(socket: Duplex, why: UpgradeRefusal): void {
  socket.end(`HTTP/1.1 ${refusals[why]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
