import { inTime } from "~/collab/in-time";
import { closeCode } from "~/collab/protocol";
import type { CollabLog } from "~/collab/rooms";
import { documentRight, type DocumentRight, type ReviewAccess } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";

/**
 * What somebody may do with a review now, and how often it has been submitted; null when the claim is gone or the session
 * has ended.
 */
export type Standing = { person: Person; access: ReviewAccess; round: number } | null;

/** May the holder of this session be in this room? */
export interface RightsQuestion<Session extends object> {
  session: Session;
  claimId: string;
}

/** An open socket, as far as rights go. */
export interface Judged<Session extends object> extends RightsQuestion<Session> {
  readonly right: DocumentRight;
  readonly round: number;
  /** When the right to be here was last confirmed, by the clock that `Rights` was given. */
  rightsKnownAt: number;
  close(code: number, reason: string): void;
}

/** Answers all questions at once and in order. Rejects when they cannot be answered. */
export type StandingsOf<Session extends object> = (
  questions: readonly RightsQuestion<Session>[],
) => Promise<Standing[]>;

/** A question that is not answered in this time counts as not answered. */
const answerWithin = 2_000;
/** How long a right that cannot be asked for is still believed in. With the above, less than 5 seconds. */
const believedFor = 3_000;

/**
 * The one place where a right is asked for, and where one that ended ends a connection. However many sockets are open
 * or coming in, there is one question under way for each of both.
 */
export class Rights<Session extends object> {
  #arrivals: {
    question: RightsQuestion<Session>;
    answer: (standing: Standing) => void;
    fail: (error: unknown) => void;
  }[] = [];

  constructor(
    private readonly standingsOf: StandingsOf<Session>,
    private readonly log: CollabLog,
    private readonly now: () => number,
  ) {}

  /** For one who comes in. Those who come in the same turn of the event loop share a question. */
  ask(question: RightsQuestion<Session>): Promise<Standing> {
    return new Promise((answer, fail) => {
      this.#arrivals.push({ question, answer, fail });
      if (this.#arrivals.length === 1) setImmediate(() => void this.#askForArrivals());
    });
  }

  /**
   * Judges open sockets again. When the question cannot be answered they stay a little while, because the database may
   * only be busy and refuses late edits by itself; then they are closed, to come back when it can.
   */
  async judge(connections: readonly Judged<Session>[]): Promise<void> {
    if (connections.length === 0) return;
    const askedAt = this.now();
    let standings: Standing[];
    try {
      standings = await this.#ask(connections);
    } catch (error) {
      this.log.warn({ sockets: connections.length, err: error }, "rights unknown");
      for (const connection of connections) {
        const isTooLong = this.now() - connection.rightsKnownAt > believedFor;
        if (isTooLong) connection.close(closeCode.tryAgain, "rights unknown");
      }
      return;
    }
    connections.forEach((connection, index) =>
      judgeOne(connection, standings[index] ?? null, askedAt),
    );
  }

  async #askForArrivals(): Promise<void> {
    const arrivals = this.#arrivals;
    this.#arrivals = [];
    try {
      const standings = await this.#ask(arrivals.map(({ question }) => question));
      arrivals.forEach(({ answer }, index) => answer(standings[index] ?? null));
    } catch (error) {
      for (const { fail } of arrivals) fail(error);
    }
  }

  async #ask(questions: readonly RightsQuestion<Session>[]): Promise<Standing[]> {
    const asked = questions.map(({ session, claimId }) => ({ session, claimId }));
    return inTime(this.standingsOf(asked), answerWithin, "asking for rights");
  }
}

function judgeOne<Session extends object>(
  connection: Judged<Session>,
  standing: Standing,
  askedAt: number,
): void {
  const access = standing?.access ?? "none";
  const right = documentRight(access);
  if (right === null) connection.close(closeCode.noRight, standing ? access : "ended");
  else if (connection.right !== right || hasMissedARound(connection, standing)) {
    // Never switched in place: what the browser sends meanwhile would be lost without a word.
    connection.close(closeCode.rightsReduced, access);
  } else connection.rightsKnownAt = askedAt;
}

/** The review was submitted and opened again between two looks: what is still on its way was written before that. */
const hasMissedARound = ({ right, round }: Judged<object>, standing: Standing): boolean =>
  right === "write" && standing !== null && standing.round !== round;
