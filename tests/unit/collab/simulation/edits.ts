import fc from "fast-check";
import * as Y from "yjs";

import { readDiscussion } from "~/collab/comments/discussion";
import { editComment, reply, resolveThread, startThread } from "~/collab/comments/write-comments";
import {
  addEvidence,
  moveEvidence,
  readDraft,
  removeEvidence,
  reviewParts,
  setRating,
} from "~/collab/review-document";
import { ratings } from "~/domain/verdict/rating";

import { evidence } from "../draft-arbitrary";

/** Who edits, and a name for it that nobody has used before. */
export interface Author {
  doc: Y.Doc;
  undo: Y.UndoManager;
  person: string;
  mark: string;
}
export type Edit = (author: Author) => void;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const within = (share: number, length: number) => Math.floor(share * length);

/** An edit that a failed run names by its words. */
function named(name: string, edit: Edit): Edit {
  return Object.assign((author: Author) => edit(author), { [fc.toStringMethod]: () => name });
}

const summary = fc.tuple(place, fc.boolean()).map(([at, isGone]) =>
  named(`summary ${isGone ? "-" : "+"}`, ({ doc, mark }) => {
    const text = doc.getText("summary");
    const from = within(at, text.length);
    if (isGone) text.delete(from, Math.min(3, text.length - from));
    else text.insert(from, `<${mark}>`);
  }),
);

const paragraph = fc.tuple(place, fc.boolean()).map(([at, isGone]) =>
  named(`paragraph ${isGone ? "-" : "+"}`, ({ doc, mark }) => {
    const { rationale } = reviewParts(doc);
    const index = within(at, rationale.length);
    if (isGone) return rationale.delete(index, Math.min(1, rationale.length - index));
    const text = new Y.XmlText();
    text.applyDelta([{ insert: mark, attributes: { bold: {} } }, { insert: " plain" }]);
    const element = new Y.XmlElement("paragraph");
    element.insert(0, [text]);
    rationale.insert(index, [element]);
  }),
);

const words = fc.tuple(place, fc.constantFrom("type", "format", "delete")).map(([at, what]) =>
  named(`words: ${what}`, ({ doc, mark }) => {
    const paragraphs = reviewParts(doc).rationale.toArray();
    const element = paragraphs[within(at, paragraphs.length)];
    const text = element instanceof Y.XmlElement ? element.get(0) : null;
    if (!(text instanceof Y.XmlText)) return;
    const from = within(at, text.length);
    if (what === "type") text.insert(from, mark);
    else if (what === "format") text.format(from, text.length - from, { italic: {} });
    else text.delete(from, Math.min(4, text.length - from));
  }),
);

const cards = fc
  .tuple(evidence, fc.constantFrom("add", "move", "remove", "rate"))
  .map(([item, what]) =>
    named(`card: ${what}`, ({ doc }) => {
      const id = readDraft(doc).evidence[0]?.id;
      if (what === "rate") setRating(doc, ratings[item.title.length % ratings.length] ?? null);
      else if (what === "add" || id === undefined) addEvidence(doc, item);
      else if (what === "move") moveEvidence(doc, id, 1);
      else removeEvidence(doc, id);
    }),
  );

const undoing = fc
  .boolean()
  .map((isRedo) =>
    named(isRedo ? "redo" : "undo", ({ undo }) => void (isRedo ? undo.redo() : undo.undo())),
  );

/** What somebody may do who may only comment. */
export const comments: fc.Arbitrary<Edit> = fc
  .constantFrom("start", "reply", "reword", "resolve")
  .map((what) =>
    named(`comment: ${what}`, ({ doc, person, mark }) => {
      const at = new Date(0).toISOString();
      const comment = { id: mark, author: person, at, words: mark, mentions: [] };
      const [thread] = readDiscussion(doc);
      const own = thread?.comments.find(({ author }) => author === person);
      if (what === "start" || !thread) {
        startThread(doc, { kind: "field", field: "summary" }, comment);
      } else if (what === "reply") reply(doc, thread.id, comment);
      else if (what === "resolve") resolveThread(doc, thread.id, person, at);
      else if (own) editComment(doc, own.id, { words: mark, mentions: [], at });
    }),
  );

export const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 5, arbitrary: summary },
  { weight: 3, arbitrary: paragraph },
  { weight: 4, arbitrary: words },
  { weight: 3, arbitrary: cards },
  { weight: 1, arbitrary: undoing },
  { weight: 1, arbitrary: comments },
);
