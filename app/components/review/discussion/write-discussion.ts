import { uuidv4 } from "lib0/random";
import type * as Y from "yjs";

import { acceptProposal } from "~/collab/comments/accept-proposal";
import {
  declineProposal,
  editComment,
  proposeChange,
  removeComment,
  reopenThread,
  reply,
  resolveThread,
  startThread,
  withdrawProposal,
} from "~/collab/comments/write-comments";

import type { DiscussionWriter, WrittenWords } from "./discussion-context";

/** Writes a person's comments into the shared document, with the time of this device. */
export function discussionWriter(doc: Y.Doc, personId: string): DiscussionWriter {
  const now = () => new Date().toISOString();
  const made = (written: WrittenWords) => ({
    id: uuidv4(),
    author: personId,
    at: now(),
    ...written,
  });
  return {
    start(anchor, written) {
      const comment = made(written);
      startThread(doc, anchor, comment);
      return comment.id;
    },
    reply: (threadId, written) => reply(doc, threadId, made(written)),
    edit: (id, written) => editComment(doc, id, { ...written, at: now() }),
    remove: (id) => removeComment(doc, id),
    resolve: (id) => resolveThread(doc, id, personId, now()),
    reopen: (id) => reopenThread(doc, id, personId, now()),
    propose(anchor, replacement, written) {
      const comment = made(written);
      proposeChange(doc, anchor, replacement, comment);
      return comment.id;
    },
    accept: (id, seen) => acceptProposal(doc, id, { by: personId, at: now(), seen }),
    decline: (id, word) => declineProposal(doc, id, { by: personId, at: now(), word }),
    withdraw: (id) => withdrawProposal(doc, id, personId, now()),
  };
}
