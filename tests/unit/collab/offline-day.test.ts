import { expect, it } from "vitest";
import * as Y from "yjs";

import { authorshipOf, type Origins } from "~/collab/history/authorship";
import { reviewParts, writeDraft } from "~/collab/review-document";

import { Desk } from "./desk";
import type { TestClient } from "./test-client";

const people = ["ann", "ben", "cat"];
const orders = [
  ["ann", "ben", "cat"],
  ["ann", "cat", "ben"],
  ["ben", "ann", "cat"],
  ["ben", "cat", "ann"],
  ["cat", "ann", "ben"],
  ["cat", "ben", "ann"],
];
const day = 24 * 60 * 60_000;

/** Writes for a day without a connection: a sentence of one's own, and into the one that all have before them. */
function writeAlone({ doc, person }: TestClient): void {
  const { summary, rationale } = reviewParts(doc);
  summary.insert(summary.length, ` Said by ${person}.`);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(`Written by ${person}.`)]);
  rationale.insert(rationale.length, [paragraph]);
}

it.each(orders)(
  "three people offline for a day come back as %s, %s and %s: merged, each edit its author's",
  async (...order) => {
    const desk = new Desk();
    const clients = new Map<string, TestClient>();
    for (const person of people) clients.set(person, await desk.join(person));
    const [ann] = [...clients.values()];
    if (!ann) throw new Error("nobody came");
    const draft = { rating: null, summary: "Before.", rationale: [], evidence: [] };
    writeDraft(ann.doc, draft);
    await desk.settle();
    for (const client of clients.values()) client.disconnect();
    for (const client of clients.values()) writeAlone(client);
    desk.now += day;
    await desk.rooms.tidy();
    desk.restart();

    for (const person of order) {
      clients.get(person)?.connect(await desk.room());
      await desk.settle();
    }
    const late = await desk.join("late");
    const summary = late.doc.getText("summary").toJSON();
    for (const client of clients.values()) {
      expect(client.allSaved).toBe(true);
      expect(client.closed).toBeNull();
      expect(client.doc.getText("summary").toJSON()).toBe(summary);
      expect(summary.split(`Said by ${client.person}.`)).toHaveLength(2);
    }

    const origins: Origins = new Map();
    (desk.store.rows.get("c1") ?? []).forEach(({ author, update }, index) => {
      for (const [client, until] of Y.parseUpdateMeta(update).to) {
        origins.set(client, [...(origins.get(client) ?? []), { until, author, at: `${index}` }]);
      }
    });
    const sentences = authorshipOf(late.doc, origins).flatMap((part) => part.sentences);
    for (const person of people) {
      for (const words of [`Said by ${person}.`, `Written by ${person}.`]) {
        const found = sentences.find(({ text }) => text === words);
        expect(found?.authors).toEqual([{ id: person, share: 1 }]);
      }
    }
  },
);
