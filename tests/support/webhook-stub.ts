import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** Another program's address on this machine: keeps what comes, and answers as it is told. */
export interface WebhookStub {
  url: string;
  /** As `FETCH_PRIVATE` names it. */
  place: string;
  received: Received[];
  /** What it answers next, in order, then 200; `silence` is no answer at all. */
  answers: (number | "silence")[];
  stop(): Promise<void>;
}

export async function startWebhookStub(): Promise<WebhookStub> {
  const stub: Pick<WebhookStub, "received" | "answers"> = { received: [], answers: [] };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      stub.received.push({ headers: request.headers, body });
      const answer = stub.answers.shift() ?? 200;
      if (answer === "silence") return;
      response.writeHead(answer, answer === 302 ? { location: "/elsewhere" } : {}).end("noted");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(stub, {
    url: `http://127.0.0.1:${port}/hook`,
    place: `127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
