import { setTimeout as sleep } from "node:timers/promises";

import type { Logger } from "pino";

import type { MatchIndex } from "~/commands/ports";

/** Milliseconds between looks that nobody asked for: for what another process or an earlier run left undone. */
const lookEvery = 15_000;
/** Milliseconds to wait after a failure, such as a database that is away. */
const pauseAfterFailure = 5_000;

export interface Matching {
  /** Says that there may be something to compare. Never waits, never throws. */
  wake(): void;
  /** Ends after the piece of work that is being done. */
  stop(): Promise<void>;
}

/**
 * Compares claims with what is known, in the background: what waits stands in the database, so that nothing is lost
 * when the process ends, and commands do not wait for it.
 */
export function startMatching(index: MatchIndex, log: Logger): Matching {
  let stopped = false;
  let asked = true;
  let rest = new AbortController();

  /** Waits, and no longer than until somebody asks. */
  const pause = async (milliseconds: number) => {
    rest = new AbortController();
    await sleep(milliseconds, undefined, { signal: rest.signal, ref: false }).catch(
      () => undefined,
    );
  };

  const work = async () => {
    while (!stopped) {
      asked = false;
      try {
        const compared = await index.compareNext();
        if (compared === 0 && !asked && !stopped) await pause(lookEvery);
      } catch (error) {
        if (stopped) return;
        log.warn({ err: error }, "claims could not be compared; trying again");
        await pause(pauseAfterFailure);
      }
    }
  };
  const done = work();

  return {
    wake() {
      asked = true;
      rest.abort();
    },
    async stop() {
      stopped = true;
      rest.abort();
      await done;
    },
  };
}
