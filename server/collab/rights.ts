import { inTime } from "~/collab/in-time";
import { closeCode } from "~/collab/protocol";
import type { CollabLog } from "~/collab/rooms";
import type { ReviewAccess } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";

import type { Connection } from "./connection";

/** What somebody may do with a review now; null when the claim is gone or the session has ended. */
export type Standing = { person: Person; access: ReviewAccess } | null;
export type StandingOf<Session extends object> = (
  session: Session,
  claimId: string,
) => Promise<Standing>;

/** A question that is not answered in this time counts as a right that cannot be shown. */
const answerWithin = 2_000;

export const opensDocument = (access: ReviewAccess): boolean =>
  access === "read" || access === "write";

export function askStanding<Session extends object>(
  standingOf: StandingOf<Session>,
  session: Session,
  claimId: string,
): Promise<Standing> {
  return inTime(standingOf(session, claimId), answerWithin, "asking for rights");
}

/**
 * Judges open sockets again: the one place where a right that ended ends a connection. Sockets of one session in one
 * room share a question. When it cannot be answered they are closed too, to come back when it can.
 */
export async function judgeAgain<Session extends object>(
  connections: readonly Connection<Session>[],
  standingOf: StandingOf<Session>,
  log: CollabLog,
): Promise<void> {
  const groups = new Map<string, Connection<Session>[]>();
  for (const connection of connections) {
    const key = JSON.stringify([connection.claimId, connection.session]);
    groups.set(key, [...(groups.get(key) ?? []), connection]);
  }
  await Promise.all([...groups.values()].map((group) => judgeGroup(group, standingOf, log)));
}

async function judgeGroup<Session extends object>(
  group: readonly Connection<Session>[],
  standingOf: StandingOf<Session>,
  log: CollabLog,
): Promise<void> {
  const [first] = group;
  if (!first) return;
  let standing: Standing;
  try {
    standing = await askStanding(standingOf, first.session, first.claimId);
  } catch (error) {
    log.warn({ claimId: first.claimId, err: error }, "rights unknown; sockets closed");
    for (const connection of group) connection.close(closeCode.tryAgain, "rights unknown");
    return;
  }
  const access = standing?.access ?? "none";
  for (const connection of group) {
    if (!opensDocument(access)) connection.close(closeCode.noRight, standing ? access : "ended");
    else if (connection.canWrite !== (access === "write")) {
      // Never switched in place: what the browser sends meanwhile would be lost without a word.
      connection.close(closeCode.rightsReduced, access);
    }
  }
}
