import type { AddressInfo } from "node:net";

import { SMTPServer } from "smtp-server";

/** A mail server that keeps what it is given, on a free port. */
export interface SmtpStub {
  url: string;
  /** As they came, headers and all. */
  received: { to: string[]; source: string }[];
  /** How many of the next mails it says it cannot take now. */
  refuseNext: number;
  stop(): Promise<void>;
}

export async function startSmtpStub(): Promise<SmtpStub> {
  const stub: SmtpStub = { url: "", received: [], refuseNext: 0, stop: async () => undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (stub.refuseNext > 0) {
          stub.refuseNext -= 1;
          done(Object.assign(new Error("Try again later"), { responseCode: 451 }));
          return;
        }
        const to = session.envelope.rcptTo.map(({ address }) => address);
        stub.received.push({ to, source: Buffer.concat(chunks).toString("utf8") });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stub.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  stub.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return stub;
}
