import { expect, test } from "vitest";
import * as Y from "yjs";

import { defaultLimits } from "~/collab/limits";
import { StagedDocument } from "~/collab/staged-document";

const writer = { person: "ana", right: "write", mayUse: () => true } as const;

const withSummary = (words: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getText("summary").insert(0, words);
  return Y.encodeStateAsUpdate(doc);
};

test("an answer that says nothing is taken as known, and makes no document", () => {
  const document = new StagedDocument([withSummary("The bridge closed in May.")], defaultLimits);
  document.pack();
  const nothing = Y.encodeStateAsUpdate(new Y.Doc());
  expect(document.stage(nothing, writer)).toEqual({
    ok: true,
    value: { update: null, clientIds: [], mentions: [] },
  });
  const hadSomethingToGiveUp = document.pack();
  expect(hadSomethingToGiveUp).toBe(false);
});
