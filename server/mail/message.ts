import type { SendMailOptions } from "nodemailer";

import type { Mail } from "~/domain/notification/mail";

/** A mail as nodemailer takes it: it encodes every header, and this names each of them. */
export function messageOf(
  { to, subject, text, html, id, unsubscribe }: Mail,
  from: string,
): SendMailOptions {
  return {
    from: { name: "Countersign", address: from },
    to,
    subject,
    text,
    html,
    messageId: `<${id}@${from.split("@")[1] ?? "localhost"}>`,
    headers: {
      // Nobody's absence note answers, and no list software takes it for a letter.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      // RFC 2369 and RFC 8058: mail programs leave for their reader, in one step.
      ...(unsubscribe !== undefined && {
        "List-Unsubscribe": `<${unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
