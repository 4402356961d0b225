import { parseHTML } from "linkedom";
import { createTransport } from "nodemailer";
import { expect, test } from "vitest";

import { notificationMail } from "~/domain/notification/mail";

import { messageOf } from "../../../server/mail/message";
import { naughtyStrings } from "../../support/naughty-strings";

const injected = ["x\r\nBcc: evil@example.org\r\n\r\n<script>alert(1)</script>", "x\nSubject: y"];

test("no naughty string runs in a letter or begins a header of it", async () => {
  const transport = createTransport({ streamTransport: true, buffer: true });
  for (const payload of [...injected, ...naughtyStrings]) {
    const mail = notificationMail(
      { id: "1", to: { name: payload, address: "a@example.org" }, site: "https://desk.example" },
      {
        ...{ kind: "assigned", claimId: "c", commentId: null, dueOn: null, note: payload },
        ...{ at: "2026-11-28T10:00:00Z", statement: payload, byName: payload },
      },
    );
    const { document } = parseHTML(mail.html);
    const elements = [...document.querySelectorAll("body *")];
    expect(new Set(elements.map(({ localName }) => localName))).toEqual(
      new Set(["p", "br", "a", "small", "hr"]),
    );
    for (const { name, value } of elements.flatMap((element) => [...element.attributes])) {
      expect(name).toBe("href");
      expect(value).toMatch(/^https:\/\/desk\.example\//);
    }
    const sent = await transport.sendMail(messageOf(mail, "desk@example.org"));
    const [head = ""] = String(sent.message).split(/\r?\n\r?\n/, 1);
    expect(head).not.toMatch(/^bcc:/im);
    expect(head.match(/^subject:/gim)).toHaveLength(1);
  }
});
