import * as decoding from "lib0/decoding";
import * as Y from "yjs";

import { blocksOf } from "~/collab/comments/rationale-blocks";
import { anchorFor } from "~/collab/comments/text-anchor";
import { startThread } from "~/collab/comments/write-comments";
import { addEvidence } from "~/collab/review-document";
import { writeRationale } from "~/collab/rationale";

import { awarenessOf, RawClient } from "../collab/clients/raw-client";
import type { Contender } from "../collab/contenders/contender";

/** A review as long as one gets: so many paragraphs of a hundred words, every third with a thread about words of it. */
const paragraphs = 100;
const wordsPerParagraph = 100;
const cards = 10;

const vocabulary =
  "the council of a town said on Monday that its minutes record every vote and no source we asked denies this number";

/** Paragraphs that look alike and differ. */
export function longText(): string[] {
  const words = vocabulary.split(" ");
  return Array.from({ length: paragraphs }, (_, p) =>
    Array.from({ length: wordsPerParagraph }, (__, w) => words[(p * 7 + w * w + w) % words.length])
      .join(" ")
      .concat("."),
  );
}

/** Writes such a review into a room as one person and resolves when it is saved. */
export async function writeLongReview(contender: Contender, room: string): Promise<void> {
  const doc = new Y.Doc();
  const client = new RawClient(contender.door(room, 0), { doc });
  await client.synced;
  const author = await personBehind(contender, room, client, doc.clientID);
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== client) client.sendUpdate(update);
  });
  const rationale = doc.getXmlFragment("rationale");
  doc.transact(() => {
    writeRationale(
      rationale,
      longText().map((text) => ({ type: "paragraph", runs: [{ text }] })),
    );
  });
  for (let id = 0; id < cards; id++) {
    addEvidence(doc, { id: `card-${id}`, title: `Minutes ${id}`, excerpt: "31 votes to 12" });
  }
  for (let block = 0; block < blocksOf(rationale).length; block += 3) {
    const anchor = anchorFor(rationale, { from: { block, offset: 4 }, to: { block, offset: 40 } });
    if (!anchor) throw new Error("no words to comment on");
    const at = new Date(block * 1000).toISOString();
    startThread(doc, anchor, { id: `t${block}`, author, at, words: "Is it so?", mentions: [] });
  }
  await client.until(() => client.isSaved);
  client.close();
}

/** The person whom the server knows a connection as, told by what another one sees of it. */
async function personBehind(
  contender: Contender,
  room: string,
  client: RawClient,
  clientId: number,
): Promise<string> {
  let person: string | null = null;
  const onAwareness = (update: Uint8Array) => {
    const decoder = decoding.createDecoder(update);
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    const state = JSON.parse(decoding.readVarString(decoder)) as { user?: { id?: string } } | null;
    person = state?.user?.id ?? person;
  };
  const watcher = new RawClient(contender.door(room, 1), { onAwareness });
  await watcher.synced;
  client.sendAwareness(awarenessOf(clientId, 1, { cursor: 0 }));
  await watcher.until(() => person !== null);
  watcher.close();
  if (person === null) throw new Error("nobody is there");
  return person;
}
