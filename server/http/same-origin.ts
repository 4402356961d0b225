import type { IncomingMessage } from "node:http";

/**
 * Whether a request's Origin is this site: the host it was sent to, or the public address. `missing` when there is
 * none, which no browser leaves out on a POST or a WebSocket.
 */
export function originOf(
  req: IncomingMessage,
  publicUrl: string | null,
): "same" | "foreign" | "missing" {
  const { origin, host } = req.headers;
  if (origin === undefined) return "missing";
  if (!URL.canParse(origin)) return "foreign";
  const asked = new URL(origin).host;
  if (asked === host) return "same";
  return publicUrl !== null && origin === new URL(publicUrl).origin ? "same" : "foreign";
}
