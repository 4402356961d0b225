import { beforeEach, describe, expect, it } from "vitest";

import { closeCode } from "~/collab/protocol";
import type { DocumentRight, ReviewAccess } from "~/domain/people/permissions";

import {
  Rights,
  type Judged,
  type RightsQuestion,
  type Standing,
} from "../../../../server/collab/rights";

interface Session {
  id: string;
}

let now = 0;
let asked: string[][] = [];
let access: Record<string, ReviewAccess> = {};
let round = 0;
let isAway = false;

beforeEach(() => {
  [now, asked, access, isAway] = [0, [], {}, false];
});

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const person = (id: string) => ({ id, name: id, role: "reviewer" as const });

async function standingsOf(questions: readonly RightsQuestion<Session>[]): Promise<Standing[]> {
  asked.push(questions.map(({ session, claimId }) => `${session.id} ${claimId}`));
  if (isAway) throw new Error("the database is away");
  return questions.map(({ session: { id } }) => {
    const held = access[id];
    return held ? { person: person(id), access: held, round } : null;
  });
}

const rights = () => new Rights(standingsOf, log, () => now);

class Socket implements Judged<Session> {
  readonly session: Session;
  rightsKnownAt = 0;
  closed: { code: number; reason: string } | null = null;
  constructor(
    id: string,
    readonly claimId: string,
    readonly right: DocumentRight = "write",
    readonly round = 0,
  ) {
    this.session = { id };
  }
  close(code: number, reason: string) {
    this.closed = { code, reason };
  }
}

describe("the rights of open sockets", () => {
  it("are asked for in one question, whatever the number of people and rooms", async () => {
    access = { ann: "write", ben: "write" };
    const sockets = Array.from(
      { length: 300 },
      (_, n) => new Socket(n % 2 ? "ann" : "ben", `c${n % 40}`),
    );
    await rights().judge(sockets);
    expect(asked).toHaveLength(1);
    expect(sockets.every(({ closed }) => closed === null)).toBe(true);
  });

  it("end a connection when they end, and send a writer back to read", async () => {
    access = { ann: "read", ben: "blind" };
    const [ann, reader, ben, cat] = [
      new Socket("ann", "c1"),
      new Socket("ann", "c1", "read"),
      new Socket("ben", "c1"),
      new Socket("cat", "c1"),
    ];
    await rights().judge([ann, reader, ben, cat]);
    expect(ann.closed).toEqual({ code: closeCode.rightsReduced, reason: "read" });
    expect(reader.closed).toBeNull();
    expect(ben.closed).toEqual({ code: closeCode.noRight, reason: "blind" });
    expect(cat.closed).toEqual({ code: closeCode.noRight, reason: "ended" });
  });

  it("send a writer back who missed that the review was submitted and opened again, and no reader", async () => {
    access = { ann: "write", ben: "read" };
    round = 1;
    const [ann, ben, again] = [
      new Socket("ann", "c1"),
      new Socket("ben", "c1", "read"),
      new Socket("ann", "c1", "write", 1),
    ];
    await rights().judge([ann, ben, again]);
    round = 0;
    expect(ann.closed).toEqual({ code: closeCode.rightsReduced, reason: "write" });
    expect([ben.closed, again.closed]).toEqual([null, null]);
  });

  it("are believed in for a moment when nobody can say, and no longer", async () => {
    access = { ann: "write" };
    const ann = new Socket("ann", "c1");
    const all = rights();
    now = 10_000;
    await all.judge([ann]);
    isAway = true;
    now += 2_900;
    await all.judge([ann]);
    expect(ann.closed).toBeNull();
    now += 200;
    await all.judge([ann]);
    expect(ann.closed).toEqual({ code: closeCode.tryAgain, reason: "rights unknown" });
  });

  it("of all who come in together are one question, answered to each", async () => {
    access = { ann: "write", ben: "read" };
    const all = rights();
    const answers = await Promise.all(
      ["ann", "ben", "cat"].map((id) => all.ask({ session: { id }, claimId: "c1" })),
    );
    expect(asked).toEqual([["ann c1", "ben c1", "cat c1"]]);
    expect(answers.map((standing) => standing?.access ?? null)).toEqual(["write", "read", null]);
    isAway = true;
    await expect(all.ask({ session: { id: "ann" }, claimId: "c1" })).rejects.toThrow("away");
  });
});
