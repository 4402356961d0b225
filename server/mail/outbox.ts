import fs from "node:fs/promises";
import path from "node:path";

import { createTransport } from "nodemailer";

import type { Post } from ".";
import { messageOf } from "./message";

/**
 * Mail as files, for a desk without a mail server: one `.eml` each, which any mail program opens. A mail that is tried
 * again takes the place of the earlier attempt.
 */
export function outbox(dataDir: string, from: string): Post {
  const folder = path.join(dataDir, "outbox");
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(messageOf(mail, from));
      if (!Buffer.isBuffer(message)) throw new Error("The mail could not be put into words");
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${mail.id}.eml`);
      await fs.writeFile(`${file}.part`, message, { mode: 0o600 });
      await fs.rename(`${file}.part`, file);
    },
    close: () => transport.close(),
  };
}
