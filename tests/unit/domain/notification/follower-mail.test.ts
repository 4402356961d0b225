import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  changeMail,
  confirmationMail,
  type FollowerLetter,
} from "~/domain/notification/follower-mail";
import { readerAddress } from "~/domain/report/follower";

import { messageOf } from "../../../../server/mail/message";

const letter: FollowerLetter = {
  ...{ id: "m1", address: "ann@reader.example", site: "https://desk.example" },
  ...{ secret: "ab".repeat(32), slug: "it-rained", shortClaim: "It rained in Rome" },
};
const at = "2026-11-28T10:00:00Z";

describe("the address of a reader", () => {
  it.each([
    ["ann@reader.example", "ann@reader.example"],
    ["  Ann.B+desk@Reader.Example ", "ann.b+desk@reader.example"],
  ])("is read: %s", (text, address) => {
    expect(readerAddress(text)).toEqual({ ok: true, value: address });
  });

  it.each([
    "",
    "ann",
    "ann@reader",
    "ann@reader.example\nBcc: all@example.org",
    "ann@reader.example\r\nSubject: x",
    "ann@reader.example, bob@reader.example",
    "ann@reader.example;bob@reader.example",
    "ann@reader.example bob@reader.example",
    "Ann <ann@reader.example>",
    '"ann\n"@reader.example',
    "ann@reader.example%0aBcc:all@example.org",
    "ann@[127.0.0.1]",
    "änn@reader.example",
    "ann@reader.example\u0000",
    "ann\u2028@reader.example",
    `${"a".repeat(65)}@reader.example`,
    `ann@${"a".repeat(250)}.example`,
  ])("is none: %j", (text) => {
    expect(readerAddress(text).ok).toBe(false);
  });

  it("is never more than one, whatever is written", () => {
    const parts = fc.constantFrom(
      ..."ann @ reader . example , ; < > \n \r \" ' ( ) : % \u0000".split(" "),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (some) => {
        const read = readerAddress(some.join(""));
        if (read.ok) expect(read.value).toMatch(/^[^\s@,;<>"():]+@[^\s@,;<>"():]+$/);
      }),
    );
  });
});

describe("a mail to a reader who follows a verdict", () => {
  it("asks for a confirmation and says how to be left alone", () => {
    const { text, to, unsubscribe } = confirmationMail(letter);
    expect(to.address).toBe("ann@reader.example");
    expect(text).toContain(`https://desk.example/follow/${letter.secret}`);
    expect(text).toContain("If it was not you, do nothing.");
    expect(unsubscribe).toBe(`https://desk.example/follow/${letter.secret}`);
  });

  it.each([
    [{ kind: "corrected", correction: "verdict_change" }, "Changed verdict: It rained in Rome"],
    [{ kind: "corrected", correction: "update" }, "Update: It rained in Rome"],
    [{ kind: "corrected", correction: null }, "Correction: It rained in Rome"],
    [{ kind: "retracted", correction: "retraction" }, "Retracted: It rained in Rome"],
  ] as const)("says what became of it: %j", (change, subject) => {
    const mail = changeMail(letter, { ...change, at, reason: "It was <b>snow</b>" });
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain("28 Nov 2026: It was <b>snow</b>");
    expect(mail.html).toContain("It was &lt;b&gt;snow&lt;/b&gt;");
    expect(mail.text).toContain("https://desk.example/claims/it-rained/versions");
  });

  it("is left in one step by mail programs, and has no header that words could begin", () => {
    const hostile = { ...letter, shortClaim: "It rained\r\nBcc: all@example.org" };
    const message = messageOf(
      changeMail(hostile, { kind: "retracted", reason: "x\r\n.\r\n", at }),
      "a@b.example",
    );
    expect(message.subject).not.toMatch(/[\r\n]/);
    expect(message.headers).toMatchObject({
      "List-Unsubscribe": `<https://desk.example/follow/${letter.secret}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });
});
