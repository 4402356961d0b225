import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a page of the stub site answers: paragraphs of an article, or whatever else sites do. */
export type Answer = readonly string[] | ((response: ServerResponse) => void);

export interface NewsSite {
  /** Where the site is, without a trailing slash. */
  url: string;
  /** `address:port`, as a fetcher is permitted it. */
  place: string;
  /** How often a page was asked for. */
  asked(path: string): number;
  set(path: string, answer: Answer): void;
  stop(): Promise<void>;
}

/** A page of an article among what sites put around one. */
export const newsPage = (title: string, paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body>
  <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>${title}</h1>
  ${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article>
  <footer>Page made ${Math.random()}</footer></body></html>`;

/** A small news site on loopback, whose articles change as a test wants. */
export async function startNewsSite(port = 0): Promise<NewsSite> {
  const pages = new Map<string, Answer>();
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    counts.set(path, (counts.get(path) ?? 0) + 1);
    const answer = pages.get(path);
    if (typeof answer === "function") return answer(response);
    if (answer === undefined) return void response.writeHead(404).end("No such page");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(newsPage("Council votes on the bridge", answer));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    place: `127.0.0.1:${taken}`,
    asked: (path) => counts.get(path) ?? 0,
    set: (path, answer) => void pages.set(path, answer),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
