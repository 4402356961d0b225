import type { Mail } from "~/domain/notification/mail";

import { outbox } from "./outbox";
import { smtp } from "./smtp";

/** Sends e-mail, or keeps it where an operator can read it. */
export interface Post {
  /** Resolves when the mail is out of our hands; rejects when it should be tried again. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Mail through SMTP where the operator names a server, and otherwise as files in `DATA_DIR/outbox`. */
export function openPost(settings: {
  smtpUrl: string | null;
  from: string;
  dataDir: string;
}): Post {
  const { smtpUrl, from, dataDir } = settings;
  return smtpUrl === null ? outbox(dataDir, from) : smtp(smtpUrl, from);
}
