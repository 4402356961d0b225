import { createTransport } from "nodemailer";

import type { Post } from ".";
import { messageOf } from "./message";

/** Milliseconds that a server may take for each part of taking a mail; well below the time that its job has. */
const patience = 15_000;

export function smtp(url: string, from: string): Post {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  });
  return {
    async send(mail) {
      await transport.sendMail(messageOf(mail, from));
    },
    close: () => transport.close(),
  };
}
