import { describe, expect, it } from "vitest";

import { lookingFrame } from "~/collab/protocol";

import { Desk } from "./desk";

/** Ann looks at the room while Ben writes. */
async function annAndBen() {
  const desk = new Desk();
  const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
  ann.send(lookingFrame(true));
  const write = async (words: string) => {
    ben.doc.getText("summary").insert(0, words);
    await desk.settle();
  };
  const noted = async () => {
    await desk.rooms.tidy();
    return desk.store.looks;
  };
  return { desk, ann, ben, write, noted };
}

describe("how far somebody has seen a review", () => {
  it("is noted when they leave, as far as they were shown it", async () => {
    const { ann, write, noted } = await annAndBen();
    await write("One.");
    await write("Two.");
    expect(await noted()).toEqual([]);
    ann.disconnect();
    await write("Three.");
    expect(await noted()).toEqual(["ann c1 0-2"]);
  });

  it("ends where they turn to another page, however long the socket stays open", async () => {
    const { ann, ben, write, noted } = await annAndBen();
    await write("One.");
    ann.send(lookingFrame(false));
    await write("Two.");
    ann.disconnect();
    ben.disconnect();
    expect(await noted()).toEqual(["ann c1 0-1"]);
  });

  it("is not noted for who has not been sent the document yet", async () => {
    const { desk, write, noted } = await annAndBen();
    await write("One.");
    const cy = await desk.join("cy");
    cy.disconnect();
    const room = await desk.room();
    const peer = {
      person: { id: "dan", name: "Dan", color: "#123456" },
      right: "read" as const,
      round: 0,
      send: () => undefined,
      rest: () => undefined,
      close: () => undefined,
    };
    room.join(peer);
    room.receive(peer, lookingFrame(true));
    room.leave(peer);
    expect(await noted()).toEqual([]);
  });

  it("is noted once however often they come and go, and again after storage was away", async () => {
    const { desk, ann, write, noted } = await annAndBen();
    await write("One.");
    for (const isLooking of [false, true, false, true, false]) ann.send(lookingFrame(isLooking));
    desk.store.failure = "beforeCommit";
    expect(await noted()).toEqual([]);
    desk.store.failure = null;
    expect(await noted()).toEqual(["ann c1 0-1"]);
  });

  it("is noted when the process stops", async () => {
    const { desk, ann, write } = await annAndBen();
    await write("One.");
    ann.disconnect();
    await desk.rooms.flush();
    expect(desk.store.looks).toEqual(["ann c1 0-1"]);
  });
});
