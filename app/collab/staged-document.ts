import * as Y from "yjs";

import { fail, ok, type Result } from "~/domain/result";
import type { ReviewContent } from "~/domain/review/review-content";

import { applyAsIs, CommittedDocument, documentFrom, isNothing } from "./committed-document";
import { commentProblem, type CommentProblem, type Writer } from "./comments/comment-guard";
import { readDiscussion } from "./comments/discussion";
import { newMentions, type Mention } from "./comments/new-mentions";
import { ShapeCheck } from "./document-shape";
import { DocumentSize } from "./document-size";
import type { Limits } from "./limits";
import { readDraft } from "./review-document";
import { deletesSame, type Deletions } from "./same-deletions";
import { isEmpty, readUpdateFacts, type UpdateFacts } from "./update-facts";

/** Why an update was not taken. `gap`: its predecessors are missing here, so the sender must send them first. */
export type StageProblem =
  | { kind: "malformed"; detail: string }
  | { kind: "foreign"; detail: string }
  | CommentProblem
  | { kind: "gap" }
  | { kind: "too_large"; detail: string };

/** An update that was taken: what is new in it, or null when all of it was known. */
export interface Staged {
  update: Uint8Array | null;
  clientIds: number[];
  /** Whom new comments in it mention. */
  mentions: Mention[];
}

interface Effect {
  mentions: Mention[];
  deleted: Deletions;
}

/**
 * A document and what runs ahead of it. `ahead` has taken every accepted update and is where one can do harm; the
 * committed bytes follow after the commit, and are all that anybody is shown. When an update damages `ahead` or is
 * refused by the database, `ahead` is thrown away and made again; while nobody edits there is none.
 */
export class StagedDocument {
  readonly #committed: CommittedDocument;
  /** With what each took out of `ahead` when it was applied. */
  readonly #staged = new Map<Uint8Array, Deletions>();
  #ahead: Y.Doc | null = null;
  /** Whether the committed bytes could be fewer. */
  #isBehind = false;
  readonly #size: DocumentSize;
  readonly #shape: ShapeCheck;

  constructor(
    parts: readonly Uint8Array[],
    private readonly limits: Limits,
  ) {
    this.#committed = new CommittedDocument(parts);
    const stored = parts.reduce((sum, part) => sum + part.length, 0);
    this.#size = new DocumentSize(limits, stored);
    this.#shape = new ShapeCheck(limits);
  }

  /** Takes an update into `ahead`. Nothing of it is visible to anybody until `commit`. */
  stage(update: Uint8Array, writer: Writer): Result<Staged, StageProblem> {
    const { mayUse } = writer;
    const facts = readUpdateFacts(update, this.limits);
    if (!facts.ok) return fail({ kind: "malformed", detail: facts.error });
    // What a replica that has nothing answers when it is asked; it must not cost the making of a document.
    if (isEmpty(facts.value)) return ok({ update: null, clientIds: [], mentions: [] });
    const fresh = this.#freshClients(facts.value);
    for (const client of fresh) {
      if (!mayUse(client)) return fail({ kind: "foreign", detail: `client id ${client}` });
    }
    if (fresh.length > this.limits.newClientsPerUpdate) {
      return fail({ kind: "malformed", detail: "too many new client ids" });
    }
    if (this.#lacks(facts.value, mayUse)) return fail({ kind: "gap" });

    const news = this.#withoutKnown(update, facts.value);
    const effect: Effect = { mentions: [], deleted: new Map() };
    const { mentions, deleted } = effect;
    const problem = this.#tryAhead(news, facts.value, writer, effect);
    if (problem === "nothing_new") {
      // A deletion is known here also while whoever sent it first waits for the commit, which may yet fail.
      const isSure = !deletesSame(news, this.#staged.values());
      if (isSure) return ok({ update: null, clientIds: [], mentions });
    } else if (problem !== null) {
      this.#discardAhead();
      return fail(problem);
    }
    this.#staged.set(news, deleted);
    return ok({ update: news, clientIds: fresh, mentions });
  }

  /** The updates, as returned by `stage`, are in the database now; `merged` is all of them in one. */
  commit(updates: readonly Uint8Array[], merged: Uint8Array): void {
    this.#committed.apply(merged);
    for (const update of updates) this.#staged.delete(update);
    if (this.#staged.size === 0) this.#isBehind = true;
  }

  /** Somebody's row that came by another way than `stage`, from another process. Throws when it cannot be read. */
  adopt(update: Uint8Array): void {
    if (this.#ahead) applyAsIs(this.#ahead, update);
    this.#committed.apply(update);
    this.#isBehind = true;
  }

  /** What was staged has come back by `adopt` already. */
  adopted(updates: readonly Uint8Array[]): void {
    for (const update of updates) this.#staged.delete(update);
  }

  /** The database did not take these updates: as if they had never come. */
  withdraw(updates: readonly Uint8Array[]): void {
    for (const update of updates) this.#staged.delete(update);
    this.#discardAhead();
  }

  committedState(): Uint8Array {
    this.#catchUp();
    return this.#committed.state();
  }

  committedSince(vector: Uint8Array): Uint8Array {
    const exact = this.#exact;
    if (exact && !isNothing(vector)) return Y.encodeStateAsUpdate(exact, vector);
    this.#catchUp();
    return this.#committed.stateSince(vector);
  }

  committedVector(): Uint8Array {
    return this.#committed.stateVector();
  }

  committedContent(): ReviewContent {
    if (this.#exact) return contentOf(this.#exact);
    const doc = documentFrom(this.#committed.state());
    const content = contentOf(doc);
    doc.destroy();
    return content;
  }

  /** Gives memory back while nobody edits. False where there was nothing to do, or an update waits for its commit. */
  pack(): boolean {
    if (this.#staged.size > 0 || (this.#ahead === null && this.#committed.isResting)) return false;
    this.#catchUp();
    this.#discardAhead();
    this.#committed.rest();
    return true;
  }

  /** `ahead`, when it holds what is committed and nothing more. */
  get #exact(): Y.Doc | null {
    return this.#staged.size === 0 ? this.#ahead : null;
  }

  /** A live document knows which deleted text need not be kept, so its bytes are fewer. */
  #catchUp(): void {
    if (!this.#isBehind || !this.#exact) return;
    this.#committed.rebase(Y.encodeStateAsUpdate(this.#exact));
    this.#isBehind = false;
  }

  #open(): Y.Doc {
    if (this.#ahead) return this.#ahead;
    const doc = documentFrom(this.#committed.state());
    for (const update of this.#staged.keys()) {
      const note = ({ deleteSet }: Y.Transaction) =>
        void this.#staged.set(update, deleteSet.clients);
      doc.once("afterTransaction", note);
      applyAsIs(doc, update);
    }
    this.#ahead = doc;
    return doc;
  }

  #discardAhead(): void {
    this.#ahead?.destroy();
    this.#ahead = null;
  }

  /** Client ids under which the update brings structs that are not committed. */
  #freshClients(facts: UpdateFacts): number[] {
    return [...facts.clients]
      .filter(([client, { to }]) => to > this.#committed.clockOf(client))
      .map(([client]) => client);
  }

  /**
   * Whether something the update builds on is missing. Of other people only committed work counts: nobody has been
   * shown more, and a row must not depend on one that the database may yet refuse.
   */
  #lacks(facts: UpdateFacts, mayUse: Writer["mayUse"]): boolean {
    const ahead = this.#open();
    const known = (client: number): number =>
      mayUse(client) ? Y.getState(ahead.store, client) : this.#committed.clockOf(client);
    for (const [client, { from }] of facts.clients) if (from > known(client)) return true;
    for (const [client, end] of facts.holes) if (end > known(client)) return true;
    for (const [client, end] of facts.needs) {
      if (end > Math.max(known(client), facts.clients.get(client)?.to ?? 0)) return true;
    }
    return false;
  }

  #withoutKnown(update: Uint8Array, facts: UpdateFacts): Uint8Array {
    const { store } = this.#open();
    const overlaps = [...facts.clients].some(([id, { from }]) => from < Y.getState(store, id));
    return overlaps ? Y.diffUpdate(update, Y.encodeStateVector(this.#open())) : update;
  }

  #tryAhead(
    update: Uint8Array,
    facts: UpdateFacts,
    writer: Writer,
    effect: Effect,
  ): StageProblem | "nothing_new" | null {
    try {
      return this.#applyAhead(update, facts, writer, effect);
    } catch (error) {
      return { kind: "malformed", detail: `does not apply: ${String(error)}` };
    }
  }

  /** Null when the update was taken; otherwise `ahead` may be damaged, except for `nothing_new`. */
  #applyAhead(
    update: Uint8Array,
    facts: UpdateFacts,
    writer: Writer,
    effect: Effect,
  ): StageProblem | "nothing_new" | null {
    const doc = this.#open();
    let notAllowed: CommentProblem | null = null;
    let before: ReadonlyMap<number, number> = new Map();
    let adds = false;
    let deletes = false;
    const look = (transaction: Y.Transaction) => {
      const { afterState, beforeState, deleteSet } = transaction;
      before = beforeState;
      adds = [...afterState].some(([id, end]) => (beforeState.get(id) ?? 0) !== end);
      deletes = deleteSet.clients.size > 0;
      notAllowed = commentProblem(transaction, writer);
      effect.mentions.push(...newMentions(transaction));
      for (const [client, ranges] of deleteSet.clients) effect.deleted.set(client, ranges);
    };
    doc.on("afterTransaction", look);
    try {
      applyAsIs(doc, update);
    } finally {
      doc.off("afterTransaction", look);
    }
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      return { kind: "malformed", detail: "structs that depend on each other in a circle" };
    }
    if (!adds && !deletes) return "nothing_new";
    if (notAllowed) return notAllowed;
    if (facts.types.some((id) => this.#isTooDeep(doc, id)))
      return { kind: "malformed", detail: "nested too deep" };
    // What only deletes is always taken: it is the way back from too large.
    if (!adds) return null;
    const misshapen = this.#shape.problemSince(doc, before, facts.clients.keys());
    if (misshapen?.kind === "wrong") return { kind: "malformed", detail: misshapen.detail };
    const tooLarge = misshapen?.detail ?? this.#size.problem(doc, update.length);
    return tooLarge === null ? null : { kind: "too_large", detail: tooLarge };
  }

  #isTooDeep(doc: Y.Doc, id: Y.ID): boolean {
    const item = Y.getItem(doc.store, id);
    if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return false;
    return depthOf(item.content.type, this.limits.depth + 1) > this.limits.depth;
  }
}

const contentOf = (doc: Y.Doc): ReviewContent => ({
  draft: readDraft(doc),
  discussion: readDiscussion(doc),
});

interface Nested {
  readonly parent: Nested | null;
}

function depthOf(type: Nested, atMost: number): number {
  let depth = 0;
  for (let at: Nested | null = type; at !== null && depth < atMost; depth++) at = at.parent;
  return depth;
}
