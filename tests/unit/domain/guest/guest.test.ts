import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { answerAsExpertInput } from "~/commands/answer-as-expert";
import { evidenceOf, type GuestAnswer } from "~/domain/guest/guest-answer";
import { guestLinkStatus, isRevocable } from "~/domain/guest/guest-link";
import { outsideLine, outsideText } from "~/domain/guest/outside-words";
import { readSourceLines } from "~/domain/guest/source-lines";

const now = new Date("2026-11-28T12:00:00Z");

describe("where a link stands", () => {
  const good = { revokedAt: null, expiresAt: "2026-11-28T12:00:01Z" };
  const at = { isAnswered: false, isInReview: true, now };
  test.each([
    ["open", good, at],
    ["expired", { ...good, expiresAt: "2026-11-28T12:00:00Z" }, at],
    ["revoked", { revokedAt: "2026-11-28T11:00:00Z", expiresAt: "2026-11-27T12:00:00Z" }, at],
    ["moved_on", good, { ...at, isInReview: false }],
    ["expired", { ...good, expiresAt: "2026-11-28T11:00:00Z" }, { ...at, isInReview: false }],
    ["answered", { ...good, revokedAt: "2026-11-28T11:00:00Z" }, { ...at, isAnswered: true }],
  ] as const)("%s", (status, link, where) => {
    expect(guestLinkStatus(link, where)).toBe(status);
  });

  it("says whether there is something to take back", () => {
    expect(isRevocable("open")).toBe(true);
    expect(isRevocable("moved_on")).toBe(true);
    expect(isRevocable("answered")).toBe(false);
  });
});

const answer: GuestAnswer = {
  id: "11111111-1111-4111-8111-111111111111",
  linkId: "l",
  claimId: "c",
  question: "Is it false after all?",
  shownAs: "An expert in bridges",
  named: false,
  words: "It carries nobody.",
  stance: "refutes",
  sure: "very",
  sources: ["https://bridges.example/"],
  hasConflict: false,
  interests: "",
  answeredAt: "2026-11-28T12:00:00.000Z",
  takenUpBy: null,
  takenUpAt: null,
};

describe("an answer as evidence", () => {
  it("has the answer's id, what was said, its sources and its interests", () => {
    expect(evidenceOf(answer)).toMatchObject({
      id: answer.id,
      title: "Answer to the desk: An expert in bridges",
      stance: "refutes",
      sourceType: "secondary",
      publishedOn: "2026-11-28",
      excerpt:
        "It carries nobody.\n\nSources named:\nhttps://bridges.example/\n\nInterests declared: none",
    });
    expect(evidenceOf({ ...answer, hasConflict: true }).sourceType).toBe("interested_party");
  });

  it("keeps stance, question and how sure from a second reviewer who has not decided", () => {
    // What blind_review leaves of a source.
    const blind = JSON.stringify({ ...evidenceOf(answer), stance: "context", note: "" });
    expect(blind).toContain("It carries nobody.");
    expect(blind).not.toMatch(/refutes|after all|sure/i);
  });
});

describe("words from outside", () => {
  it("lose what misleads and keep what people write", () => {
    expect(outsideText("a\u202Eb\u0000c\r\nd\u200B")).toBe("abc\nd");
    expect(outsideLine(" Dr\n Ana\t Ruiz \u2066")).toBe("Dr Ana Ruiz");
    expect(outsideText("naïve 你好 ‘x’ <b>")).toBe("naïve 你好 ‘x’ <b>");
  });

  it("can always be stored", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const kept = outsideText(text);
        expect(kept).not.toContain("\u0000");
        expect(Buffer.from(kept, "utf8").toString("utf8")).toBe(kept);
      }),
    );
  });
});

describe("sources", () => {
  it("are addresses, one on each line, each once", () => {
    expect(
      readSourceLines(" https://a.example/x \n\nhttps://a.example/x\nhttp://b.example"),
    ).toEqual({ ok: true, value: ["https://a.example/x", "http://b.example/"] });
    expect(readSourceLines("")).toEqual({ ok: true, value: [] });
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "a book", "https://u:p@a.example/"])(
    "%s is none",
    (line) => {
      const read = readSourceLines(`https://a.example/\n${line}`);
      expect(read.ok ? "" : read.error).toContain("is not a web address");
    },
  );

  it("are ten at most", () => {
    const lines = Array.from({ length: 11 }, (_, n) => `https://a.example/${n}`).join("\n");
    expect(readSourceLines(lines)).toMatchObject({ ok: false });
  });
});

describe("the form of an expert", () => {
  const whole = {
    words: "It carries nobody.",
    stance: "refutes",
    sure: "very",
    sources: "https://a.example/",
    conflict: "none",
    interests: "",
    naming: "named",
    field: "",
  };
  const errorsOf = (form: object) => {
    const parsed = answerAsExpertInput.safeParse(form);
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
  };

  it("takes an answer as it stands", () => {
    expect(answerAsExpertInput.parse(whole)).toEqual({
      words: "It carries nobody.",
      stance: "refutes",
      sure: "very",
      sources: ["https://a.example/"],
      hasConflict: false,
      interests: "",
      named: true,
      field: "",
    });
  });

  test.each([
    ["words", { words: " \u0000 " }],
    ["words", { words: "x".repeat(6001) }],
    ["stance", { stance: "neutral" }],
    ["sure", { sure: undefined }],
    ["sources", { sources: "nowhere" }],
    ["conflict", { conflict: "" }],
    ["interests", { conflict: "some", interests: "  " }],
    ["naming", { naming: "" }],
    ["field", { naming: "unnamed", field: "x" }],
  ])("says beside the field what is wrong: %s", (field, change) => {
    expect(errorsOf({ ...whole, ...change })).toEqual([field]);
  });
});
