import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { createPageFetcher, type PageFetcherOptions } from "../../../server/fetch";

export interface StubSite {
  port: number;
  /** The requests that arrived, in order. */
  requests: IncomingMessage[];
}

/** A site on loopback that lives as long as the test. */
export async function stubSite(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  host = "127.0.0.1",
): Promise<StubSite> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, host, resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The stub has no port.");
  return { port: address.port, requests };
}

export function html(response: ServerResponse, body = "<p>An article.</p>"): void {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(body);
}

/** A fetcher that may reach exactly this site on loopback, under any name that leads to it. */
export function fetcherFor(site: StubSite, options: PageFetcherOptions = {}) {
  return createPageFetcher({
    resolve: () => Promise.resolve(["127.0.0.1"]),
    permitPort: () => true,
    permitAddress: (address, port) => address === "127.0.0.1" && port === site.port,
    ...options,
  });
}
