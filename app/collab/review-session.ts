import * as decoding from "lib0/decoding";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import type { CopyId, LocalCopies } from "./local-copy";
import {
  closeCode,
  lookingFrame,
  messageType,
  readDurable,
  syncType,
  type DurableMessage,
} from "./protocol";
import { presenceColor } from "./presence-color";
import { reviewDocumentName, reviewParts } from "./review-document";
import type { SaveFacts } from "./save-state";

export interface SessionOptions {
  claimId: string;
  person: { id: string; name: string };
  /** `ws:` or `wss:` address of the collaboration server, without the document. */
  serverUrl: string;
  copies: LocalCopies;
  WebSocketPolyfill?: typeof WebSocket;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

type Admission = Extract<DurableMessage, { kind: "access" }>;

/** What changes during a session. `isReady`: the content is there, so that nobody types into an empty copy. */
export interface SessionSnapshot extends SaveFacts {
  isReady: boolean;
  /** All that the server has is here, over the present connection. */
  isSynced: boolean;
  /** Connections in a row that the server did not let in; the page may want to look why. */
  failures: number;
  /** How often somebody took a step with the claim since this session began: the page around it shows an older state. */
  moves: number;
  /** What this person may do has changed: this session is over, a new one will tell. */
  isOver: boolean;
}

/**
 * One person's live view of a review: the document, its connection, and what is known to be saved. Made for
 * `useSyncExternalStore`. Its right to write never changes; when the server changes it, the session is over.
 */
export class ReviewSession {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly user: { id: string; name: string; color: string };
  #snapshot: SessionSnapshot = {
    hasOpened: false,
    isConnected: false,
    isOnline: true,
    right: null,
    unsavedSince: null,
    lastSavedAt: null,
    keepsCopy: false,
    refused: null,
    isReady: false,
    isSynced: false,
    failures: 0,
    moves: 0,
    isOver: false,
  };
  readonly #listeners = new Set<() => void>();
  readonly #now: () => number;
  /** The copy in which this device keeps what is written. */
  #copy: CopyId | null = null;
  /** Which document the server has, and in which round. */
  #admission: CopyId | null = null;
  /** Update messages sent over the present connection, and how many of them the server has committed. */
  #sent = 0;
  #committed = 0;
  /** Whether the server has asked for, and we have sent, all it lacked. */
  #hasAnswered = false;
  #isDestroyed = false;

  constructor(private readonly options: SessionOptions) {
    this.#now = options.now ?? Date.now;
    this.user = { ...options.person, color: presenceColor(options.person.id) };
    reviewParts(this.doc);
    this.provider = new WebsocketProvider(
      options.serverUrl,
      reviewDocumentName(options.claimId),
      this.doc,
      {
        connect: false,
        disableBc: true,
        maxBackoffTime: 10_000,
        ...(options.WebSocketPolyfill && { WebSocketPolyfill: options.WebSocketPolyfill }),
      },
    );
    this.#wire();
    this.provider.awareness.setLocalStateField("user", this.user);
    this.provider.connect();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): SessionSnapshot => this.#snapshot;

  /** Connects again after a refusal that the person has done something about. */
  retry(): void {
    this.#change({ refused: null });
    this.provider.connect();
  }

  /** Gives up what the server does not take: ends the session and forgets this browser's copy. */
  async discard(): Promise<void> {
    const { copies, claimId } = this.options;
    this.destroy();
    if (this.#copy !== null) await copies.discard(claimId, this.#copy);
  }

  /**
   * Copies of this review that were not put into the document: of rounds before this one, and where this person may not
   * write, of all. Whether they hold anything that the review has not is for `keptEdits` to say.
   */
  olderCopies(): CopyId[] {
    const now = this.#admission;
    if (now === null) return [];
    return this.options.copies
      .all(this.options.claimId)
      .filter(({ lineage, round }) => lineage === now.lineage && round !== this.#copy?.round);
  }

  readCopy(copy: CopyId): Promise<Uint8Array> {
    return this.options.copies.read(this.options.claimId, copy);
  }

  /** Whether a copy is there after the page was closed. */
  lasts(copy: CopyId): boolean {
    return this.options.copies.lasts(this.options.claimId, copy);
  }

  discardCopy(copy: CopyId): Promise<void> {
    return this.options.copies.discard(this.options.claimId, copy);
  }

  /** Ends the session. What is not saved stays in this browser's copy. */
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#listeners.clear();
    if (typeof window !== "undefined") {
      window.removeEventListener("online", this.#onNetwork);
      window.removeEventListener("offline", this.#onNetwork);
      window.removeEventListener("beforeunload", this.#onLeave);
      document.removeEventListener("visibilitychange", this.#tellLooking);
    }
    this.provider.destroy();
    this.doc.destroy();
  }

  #wire(): void {
    const { provider } = this;
    const readSync = provider.messageHandlers[messageType.sync];
    provider.messageHandlers[messageType.sync] = (encoder, decoder, ...rest) => {
      const isQuestion = decoding.peekVarUint(decoder) === syncType.step1;
      this.#withoutTidying(() => readSync?.(encoder, decoder, ...rest));
      if (isQuestion) this.#answered();
    };
    provider.messageHandlers[messageType.durable] = (_encoder, decoder) => {
      const message = readDurable(decoder);
      if (message) this.#told(message);
    };
    provider.on("status", ({ status }) => {
      if (status === "connected") this.#connected();
      if (status === "disconnected") this.#change({ isConnected: false, isSynced: false });
    });
    provider.on("sync", (isSynced) => {
      this.#change({ isSynced, isReady: this.#snapshot.isReady || isSynced });
    });
    provider.on("connection-close", (event) => this.#closed(event));
    provider.on("closed", (refused) => this.#change({ refused }));
    this.doc.on("update", (_update: Uint8Array, origin: unknown) => {
      if (origin !== provider) this.#edited();
    });
    if (typeof window !== "undefined") {
      this.#snapshot = { ...this.#snapshot, isOnline: navigator.onLine };
      window.addEventListener("online", this.#onNetwork);
      window.addEventListener("offline", this.#onNetwork);
      window.addEventListener("beforeunload", this.#onLeave);
      document.addEventListener("visibilitychange", this.#tellLooking);
    }
  }

  /** Yjs deletes formatting that others left without use, which only those may send who may write everything. */
  #withoutTidying(read: () => void): void {
    if (this.#snapshot.right === "write") return read();
    this.doc.transact((transaction) => {
      read();
      transaction.local = true;
    }, this.provider);
  }

  #connected(): void {
    this.#sent = 0;
    this.#committed = 0;
    this.#hasAnswered = false;
    this.#change({ isConnected: true, failures: 0 });
    this.#tellLooking();
  }

  /** y-websocket has sent the server what it lacked; counted like any other update message. */
  #answered(): void {
    this.#sent += 1;
    this.#hasAnswered = true;
  }

  #edited(): void {
    // The provider sends under just this condition, from its own listener.
    const { ws, wsconnected } = this.provider;
    if (wsconnected && ws?.readyState === ws?.OPEN) this.#sent += 1;
    if (this.#snapshot.right === "read") return;
    this.#change({ unsavedSince: this.#snapshot.unsavedSince ?? this.#now() });
  }

  #told(message: DurableMessage): void {
    if (message.kind === "access") return this.#admitted(message);
    if (message.kind === "moved") return this.#change({ moves: this.#snapshot.moves + 1 });
    this.#committed = message.messages;
    const isAll = this.#hasAnswered && this.#committed >= this.#sent;
    if (!isAll || this.#snapshot.unsavedSince === null) return;
    this.#change({ unsavedSince: null, lastSavedAt: this.#now() });
  }

  #admitted({ right, lineage, round }: Admission): void {
    const known = this.#copy ?? this.#admission;
    if (known !== null && known.lineage !== lineage) {
      // Before anything of ours is sent: the server asks for it only after this message.
      this.provider.disconnect();
      return this.#change({ refused: { code: closeCode.noRight, reason: "replaced" } });
    }
    const before = this.#snapshot.right;
    // Submitted meanwhile: what was written before that is not sent, also where the review was opened again.
    const hasMovedOn = known !== null && known.round !== round;
    if (hasMovedOn || (before !== null && before !== right)) return this.#end();
    this.#admission = { lineage, round };
    this.#change({ right, hasOpened: true });
    // A reader sends nothing.
    if (right === "read") this.doc.off("update", this.provider._updateHandler);
    // The copy may hold edits from when this person could write; none of them could be sent.
    if (right === "write") this.#keepCopy({ lineage, round });
  }

  #keepCopy(copy: CopyId): void {
    if (this.#copy !== null) return;
    this.#copy = copy;
    this.options.copies.open(this.options.claimId, copy, this.doc).then(
      () =>
        this.#change({
          keepsCopy: true,
          isReady: this.#snapshot.isReady || !this.provider.wsconnected,
        }),
      () => this.#change({ keepsCopy: false }),
    );
  }

  #closed(event: CloseEvent | null): void {
    if (event?.code === closeCode.rightsReduced) return this.#end();
    if (this.#snapshot.isConnected || event === null) return;
    const failures = this.#snapshot.failures + 1;
    this.#change({ failures });
    // No connection from the start: what this device kept is better than nothing.
    const last = this.options.copies.all(this.options.claimId).at(-1);
    if (!this.#snapshot.hasOpened && failures === 2 && last) this.#keepCopy(last);
  }

  #end(): void {
    const { keepsCopy, unsavedSince } = this.#snapshot;
    const copy = this.#copy ?? this.#admission;
    if (unsavedSince !== null && !keepsCopy && copy !== null) {
      this.options.copies.hold(this.options.claimId, copy, this.doc);
    }
    this.provider.disconnect();
    this.#change({ isOver: true });
  }

  readonly #onNetwork = (): void => {
    const isOnline = navigator.onLine;
    this.#change({ isOnline });
    // A socket without a network looks open until it has been silent for long; what is shown must be true now.
    if (!isOnline) this.provider.disconnect();
    else if (this.#snapshot.refused === null) this.provider.connect();
  };

  /** The server notes how far a person has seen the review when they look away; a page in the background shows nobody. */
  readonly #tellLooking = (): void => {
    const { ws, wsconnected } = this.provider;
    const isLooking = typeof document === "undefined" || document.visibilityState === "visible";
    if (wsconnected) ws?.send(lookingFrame(isLooking));
  };

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.#snapshot.unsavedSince !== null && !this.#snapshot.keepsCopy) event.preventDefault();
  };

  #change(change: Partial<SessionSnapshot>): void {
    if (this.#isDestroyed) return;
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
