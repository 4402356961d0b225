import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { digestMail, notificationMail } from "~/domain/notification/mail";
import {
  notificationPath,
  shortStatement,
  whatHappened,
  type Told,
} from "~/domain/notification/notification";
import {
  channelSettings,
  kindRules,
  notificationKinds,
  notificationRules,
} from "~/domain/notification/rules";
import { ratingScale, ratings } from "~/domain/verdict/rating";

describe("the rules", () => {
  it("know each kind once, and tell somebody of each", () => {
    expect(kindRules.map(({ kind }) => kind)).toEqual([...notificationKinds]);
    const told = new Set(notificationRules.map(({ kind }) => kind));
    expect([...told].toSorted()).toEqual(notificationKinds.toSorted());
  });

  it("hide from a blind second reviewer what would tell them something", () => {
    const open = kindRules.filter(({ hidden }) => hidden === "never").map(({ kind }) => kind);
    const reminders = ["due_soon", "overdue", "idle", "offered"];
    expect(open).toEqual([
      "assigned",
      "submitted",
      ...reminders,
      "handed_over",
      "relieved",
      "article_changed",
      "seat_emptied",
      "webhook_given_up",
    ]);
  });

  it("hold unless somebody has set it otherwise", () => {
    const settings = channelSettings([{ kind: "approved", channel: "off" }]);
    expect(settings).toMatchObject({ approved: "off", assigned: "email", published: "app" });
  });
});

describe("a statement in a line", () => {
  test.each([
    ["It rained.", 20, "It rained."],
    ["It  rained\n twice.", 20, "It rained twice."],
    ["The council rejected the bridge", 18, "The council…"],
    ["The council, rejected", 13, "The council…"],
    ["The council rejected", 11, "The council…"],
    ["Donaudampfschifffahrtsgesellschaft", 10, "Donaudampf…"],
  ])("%j within %i is %j", (statement, most, short) => {
    expect(shortStatement(statement, most)).toBe(short);
  });

  it("is never longer than asked for, nor cut inside a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const short = shortStatement(text, most);
        expect([...short].length).toBeLessThanOrEqual(most + 1);
        expect(Buffer.from(short, "utf8").toString("utf8")).toBe(short);
      }),
    );
  });
});

const told = (kind: Told["kind"]) => ({
  kind,
  dueOn: "2026-12-04",
  byName: "Ana Ferri",
  claimId: "c",
  commentId: null,
  at: "2026-11-23T19:31:00.000Z",
  statement: "It rained on <Monday> & Tuesday",
});
const letter = {
  id: "n",
  to: { name: "Sam\r\nBcc: all@example.org", address: "sam@example.org" },
  site: "https://checks.example.org",
};

describe("what is said", () => {
  test.each(notificationKinds)("%s is one sentence without a rating", (kind) => {
    const what = whatHappened(told(kind));
    expect(what).toMatch(/^[A-Z].*\.$/);
    for (const rating of ratings) {
      const { label } = ratingScale[rating];
      expect(what).not.toMatch(new RegExp(`\\b${label}\\b`, "i"));
    }
  });

  it("names who did it, and the desk where nobody did", () => {
    expect(whatHappened(told("assigned"))).toBe(
      "Ana Ferri assigned you to a claim, due 4 Dec 2026.",
    );
    expect(whatHappened({ kind: "published", byName: null, dueOn: null })).toMatch(/^The desk /);
  });

  it("quotes what was written for whoever is handed a review, but not in the subject of an e-mail", () => {
    const handed = { ...told("handed_over"), note: "The minutes are in.\nThe summary is left." };
    expect(whatHappened(handed)).toBe(
      "Ana Ferri handed a review over to you: “The minutes are in.\nThe summary is left.”",
    );
    const mail = notificationMail(letter, handed);
    expect(mail.text).toContain("The summary is left.");
    expect(mail.subject).toBe(
      "Ana Ferri handed a review over to you: It rained on <Monday> & Tuesday",
    );
  });

  it("does not tell who decided otherwise in a dispute", () => {
    expect(whatHappened(told("disputed"))).not.toContain("Ana");
  });

  it("leads to the comment, or to the claim", () => {
    expect(notificationPath({ kind: "mentioned", claimId: "c", commentId: null })).toBe(
      "/desk/claims/c",
    );
    expect(notificationPath({ kind: "webhook_given_up", claimId: "c", commentId: null })).toBe(
      "/desk/webhooks",
    );
    expect(notificationPath({ kind: "mentioned", claimId: "c", commentId: "x" })).toBe(
      "/desk/claims/c#comment-x",
    );
  });
});

describe("a mail", () => {
  const mail = notificationMail(letter, told("returned"));

  it("says what, on which claim, when, where, and how to be told otherwise", () => {
    expect(mail.subject).toBe(
      "Ana Ferri returned the review to you: It rained on <Monday> & Tuesday",
    );
    for (const part of [
      "Ana Ferri returned the review to you.",
      "It rained on <Monday> & Tuesday",
      "23 Nov 2026, 19:31 UTC",
      "https://checks.example.org/desk/claims/c\n",
      "https://checks.example.org/desk/settings",
    ]) {
      expect(mail.text).toContain(part);
    }
    expect(mail.html).toContain("It rained on &lt;Monday&gt; &amp; Tuesday");
    expect(mail.html).not.toContain("<Monday>");
  });

  it("has no header that somebody’s name began", () => {
    expect(mail.to.name).toBe("Sam Bcc: all@example.org");
    expect(
      notificationMail(letter, { ...told("returned"), byName: "A\u2028B\nC" }).subject,
    ).toMatch(/^A B C returned/);
  });

  it("of a day holds all of it", () => {
    const digest = digestMail(letter, [told("assigned"), { ...told("overdue"), claimId: "d" }]);
    expect(digest.subject).toBe("Your day on the desk: 2 notifications");
    expect(digest.text).toContain("/desk/claims/c\n");
    expect(digest.text).toContain("/desk/claims/d\n");
  });
});
