import * as Y from "yjs";

import { reviewParts } from "../review-document";
import { storedComment } from "./comment-fields";
import type { LetterId } from "./replace-words";

/**
 * Takes out the words that came in twice because two people accepted the same proposal without knowing of each other.
 * Everybody who may write does this, and finds the same letters to take out: those of whoever is not on record as having
 * accepted. Deleting them twice is deleting them once.
 *
 * @returns the proposals whose words stood there twice.
 */
export function removeDoubles(doc: Y.Doc): string[] {
  const found = [...reviewParts(doc).comments].flatMap(([id, value]) => {
    if (!(value instanceof Y.Map) || !value.has("accepted")) return [];
    const read = storedComment.safeParse(value.toJSON()).data;
    const { replacement, accepted } = read ?? {};
    if (!replacement || !accepted?.inserted) return [];
    const doubles = doublesOf(doc, accepted.inserted, replacement);
    return doubles.length > 0 ? [{ id, doubles, length: replacement.length }] : [];
  });
  if (found.length === 0) return [];
  doc.transact(() => {
    for (const { doubles, length } of found) {
      for (const item of doubles) {
        if (item.parent instanceof Y.XmlText) item.parent.delete(indexOf(item), length);
      }
    }
  });
  return found.map(({ id }) => id);
}

function doublesOf(doc: Y.Doc, { client, clock }: LetterId, replacement: string): Y.Item[] {
  if (clock >= Y.getState(doc.store, client)) return [];
  const kept = Y.getItem(doc.store, { client, clock } as Y.ID);
  if (!(kept instanceof Y.Item) || kept.deleted || kept.id.clock !== clock) return [];
  return [...besides(kept, "left", replacement), ...besides(kept, "right", replacement)];
}

function* besides(kept: Y.Item, side: "left" | "right", replacement: string): Generator<Y.Item> {
  for (let item = kept[side]; item !== null; item = item[side]) {
    if (item.deleted || item.content instanceof Y.ContentFormat) continue;
    if (!isDouble(item, kept, replacement)) return;
    yield item;
  }
}

/** The same words at the same place, by somebody who did not know of those that are kept. */
function isDouble(item: Y.Item, kept: Y.Item, replacement: string): boolean {
  const { content, origin, rightOrigin } = item;
  if (!(content instanceof Y.ContentString) || !content.str.startsWith(replacement)) return false;
  const knewOfIt =
    rightOrigin !== null &&
    rightOrigin.client === kept.id.client &&
    rightOrigin.clock >= kept.id.clock;
  return item.id.client !== kept.id.client && Y.compareIDs(origin, kept.origin) && !knewOfIt;
}

function indexOf(item: Y.Item): number {
  let index = 0;
  for (let at = item.left; at !== null; at = at.left) {
    if (!at.deleted && at.countable) index += at.length;
  }
  return index;
}
