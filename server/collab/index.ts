import type { IncomingMessage } from "node:http";
import { performance } from "node:perf_hooks";
import type { Duplex } from "node:stream";

import { WebSocketServer } from "ws";

import { defaultLimits, type Limits } from "~/collab/limits";
import { nameForm } from "~/collab/presence";
import { closeCode } from "~/collab/protocol";
import { Rooms, type CollabEvents, type CollabLog } from "~/collab/rooms";
import type { ReviewDocumentStore } from "~/collab/store";
import { documentRight, type DocumentRight } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { PersonPresent } from "~/domain/people/presence";
import type { CurrentReview } from "~/domain/review/review-content";

import { originOf } from "../http/same-origin";
import { Connection } from "./connection";
import { HeadCount, mostSockets, type MostSockets } from "./head-count";
import type { Neighbours } from "./neighbours";
import { Rights, type StandingsOf } from "./rights";
import type { RightsNews } from "./rights-news";
import { watchRights } from "./rights-watch";
import { claimOfPath, pathOf, refuseUpgrade, type UpgradeRefusal } from "./upgrade";

export type { RightsQuestion, Standing } from "./rights";

export interface CollabOptions<Session extends object> {
  store: ReviewDocumentStore;
  /** Who sends this request; null when nobody is signed in. Rejects when that cannot be found out. */
  sessionOf: (req: IncomingMessage) => Promise<Session | null>;
  /** Asked at the handshake and again about every second, so that a right that ends anywhere ends here. */
  standingsOf: StandingsOf<Session>;
  /** The names of all who work at the desk; asked once a minute. */
  deskNames?: () => Promise<readonly string[]>;
  /** Where the public reaches the site, when that is not what the Host header says. */
  publicUrl: string | null;
  log: CollabLog;
  /** Other processes on the same database; none when this is the only one. */
  neighbours?: Neighbours;
  /** Told what happens, to be counted. */
  events?: CollabEvents;
  limits?: Partial<Limits>;
  /** How many sockets may be open at once. */
  sockets?: Partial<MostSockets>;
  /** Milliseconds between looks at the rights of all open sockets, while a look is quick. */
  judgeEvery?: number;
  /** Milliseconds between looks for rooms that nobody uses. */
  tidyEvery?: number;
}

export interface CollabServer {
  /** Takes an upgrade under /collab/; returns false for any other, untouched. */
  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Judges the sockets of one review, of one person, or all of them again. Resolves when it is done. */
  rightsChanged(news?: RightsNews): Promise<void>;
  /** Committed content, after edits that were under way. Rejects when storage is away or there is no such claim. */
  currentReview(claimId: string): Promise<CurrentReview>;
  /** Who is in the rooms of these claims now, at any process; those with nobody in them are left out. */
  peopleIn(claimIds: readonly string[]): Map<string, PersonPresent[]>;
  health(): {
    accepting: boolean;
    rooms: number;
    sockets: number;
    unsaved: number;
    unsavedBytes: number;
  };
  /** Reads the reviews ahead that people are most likely to come back to. Rejects when storage is away. */
  readAhead(): Promise<void>;
  flush(): Promise<void>;
  /** Sends everybody away to come back later, and resolves when all that was accepted is committed. */
  close(): Promise<void>;
}

interface Upgrade {
  req: IncomingMessage;
  socket: Duplex;
  head: Buffer;
}

const largestMessage = 1024 * 1024;
/** More than are written in on one day, and few enough to be read in a moment. */
const readAheadAtMost = 24;
/** Requests on their way in; each costs a look at its session and its room. */
const admissionsAtOnce = 2_000;

/** The door of live co-editing: sockets of signed-in people, on reviews they may see. */
export function createCollabServer<Session extends object>(
  options: CollabOptions<Session>,
): CollabServer {
  const { log, sessionOf, publicUrl } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const headCount = new HeadCount({ ...mostSockets, ...options.sockets });
  const now = () => performance.now();
  const { store, events, neighbours } = options;
  const rooms = new Rooms(store, limits, log, now, events, neighbours);
  const connections = new Set<Connection<Session>>();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
    clientTracking: false,
  });
  let admissions = 0;
  let isClosing = false;

  const learnNames = () =>
    options.deskNames?.().then(
      (names) => (rooms.deskNames = new Set(names.map(nameForm))),
      (error: unknown) => log.warn({ err: error }, "the names of the desk are not known"),
    );
  const namesTimer = setInterval(() => void learnNames(), 60_000);
  namesTimer.unref();
  void learnNames();

  const rights = new Rights(options.standingsOf, log, () => performance.now());
  const judge = (which: (connection: Connection<Session>) => boolean) =>
    rights.judge([...connections].filter(which));
  const stopWatching = watchRights(() => judge(() => true), options.judgeEvery);

  const concerned = async (news: RightsNews) => {
    const isConcerned = ({ claimId, person }: Connection<Session>) => {
      if (news === "anything") return true;
      return "claimId" in news ? news.claimId === claimId : news.personId === person.id;
    };
    await judge(isConcerned);
    // Those who may stay are not shown the step by anything else.
    if (news === "anything" || !("claimId" in news)) return;
    for (const connection of connections) if (isConcerned(connection)) connection.tellMoved();
  };
  neighbours?.onNews((news, from) => {
    if (news.kind !== "rights") {
      rooms
        .hear(news, from)
        .catch((error: unknown) => log.error({ err: error }, "another process was not understood"));
    }
    if (news.kind !== "rights") return;
    if (news.claimId) void concerned({ claimId: news.claimId });
    else void concerned(news.personId ? { personId: news.personId } : "anything");
  });

  let isTidying = false;
  const timer = setInterval(() => {
    if (isTidying) return;
    isTidying = true;
    void Promise.all([rooms.tidy(), rooms.lookForRows()])
      .catch((error: unknown) => log.error({ err: error }, "the look at open reviews failed"))
      .finally(() => (isTidying = false));
  }, options.tidyEvery ?? 2_000);
  timer.unref();
  const looksTimer = setInterval(() => void rooms.keepLooks(), 500);
  looksTimer.unref();

  /** Lets a request in, or says why not. */
  async function admit(upgrade: Upgrade, claimId: string): Promise<UpgradeRefusal | null> {
    if (originOf(upgrade.req, publicUrl) !== "same") return "forbidden";
    return sessionOf(upgrade.req).then((session) =>
      session === null ? "signedOut" : admitPerson(session, upgrade, claimId),
    );
  }

  async function admitPerson(
    session: Session,
    { req, socket, head }: Upgrade,
    claimId: string,
  ): Promise<UpgradeRefusal | null> {
    const standing = await rights.ask({ session, claimId });
    if (standing === null) return "notFound";
    const right = documentRight(standing.access);
    if (right === null) return "forbidden";
    const personId = standing.person.id;
    if (headCount.isFull(claimId, personId)) return "tooMany";
    // Counted from here on, or many could come in together.
    headCount.enter(claimId, personId);
    let isIn = false;
    try {
      isIn = await letIn({ req, socket, head }, session, { ...standing, right }, claimId);
    } finally {
      if (!isIn) headCount.leave(claimId, personId);
    }
    return null;
  }

  /** Whether there is an open socket now. What keeps it from that is answered here. */
  async function letIn(
    { req, socket, head }: Upgrade,
    session: Session,
    { person, right, round }: { person: Person; right: DocumentRight; round: number },
    claimId: string,
  ): Promise<boolean> {
    const room = await rooms.acquire(claimId);
    if (room === null) {
      refuseUpgrade(socket, "notFound");
      return false;
    }
    if (isClosing) {
      rooms.release(room);
      refuseUpgrade(socket, "unavailable");
      return false;
    }

    let isIn = false;
    // The callback runs before this returns, or never, when the handshake is malformed or the socket gone.
    sockets.handleUpgrade(req, socket, head, (ws) => {
      isIn = true;
      const gone = (connection: Connection<Session>) => {
        connections.delete(connection);
        headCount.leave(claimId, person.id);
        rooms.release(room);
      };
      const connection = new Connection(ws, socket, room, session, person, right, round, gone);
      connections.add(connection);
      connection.enter();
    });
    if (!isIn) rooms.release(room);
    return isIn;
  }

  return {
    handleUpgrade(req, socket, head) {
      const path = pathOf(req.url);
      if (!path?.startsWith("/collab/")) return false;
      // Node drops its own handler on upgrade; without one, a reset would end the process.
      socket.on("error", () => socket.destroy());
      const claimId = claimOfPath(path);
      if (claimId === null) refuseUpgrade(socket, "notFound");
      else if (isClosing || admissions >= admissionsAtOnce) refuseUpgrade(socket, "unavailable");
      else {
        admissions += 1;
        admit({ req, socket, head }, claimId)
          .catch((error: unknown): UpgradeRefusal => {
            log.warn({ claimId, err: error }, "a socket could not be let in");
            return "unavailable";
          })
          .then((refusal) => {
            if (refusal !== null) refuseUpgrade(socket, refusal);
          })
          .finally(() => (admissions -= 1));
      }
      return true;
    },

    rightsChanged(news = "anything") {
      neighbours?.tell({ kind: "rights", ...(news === "anything" ? {} : news) });
      return concerned(news);
    },

    async currentReview(claimId) {
      const current = await rooms.currentReview(claimId);
      if (current === null) throw new Error(`There is no claim ${claimId}.`);
      return current;
    },

    peopleIn(claimIds) {
      const found = claimIds.map((claimId) => [claimId, rooms.peopleIn(claimId)] as const);
      return new Map(found.filter(([, people]) => people.length > 0));
    },

    health: () => ({
      accepting: !isClosing && rooms.isKeepingUp,
      rooms: rooms.size,
      sockets: connections.size,
      unsaved: rooms.unsaved,
      unsavedBytes: rooms.unsavedBytes,
    }),

    readAhead: () => rooms.readAhead(readAheadAtMost),
    flush: () => rooms.flush(),

    async close() {
      isClosing = true;
      stopWatching();
      clearInterval(timer);
      clearInterval(looksTimer);
      clearInterval(namesTimer);
      for (const connection of connections) connection.close(closeCode.tryAgain, "restarting");
      await rooms.flush();
      sockets.close();
    },
  };
}
