import { inTime } from "~/collab/in-time";

/** Something that was started and is to be stopped. */
export interface Stop {
  /** What is being stopped, as it stands in the log: "closing the reviews". */
  what: string;
  stop: () => Promise<unknown> | unknown;
  /** Milliseconds after which the next is stopped all the same. */
  within?: number;
}

/** What was not stopped as it should have been. */
export interface StopFailure {
  what: string;
  error: unknown;
}

const patience = 5_000;

/**
 * Stops one thing after another. One that fails or does not come to an end keeps none of the others from being
 * stopped: a supervisor kills whoever takes too long, and then nothing would be put in order.
 *
 * @returns What failed, in order; empty when all went well.
 */
export async function stopInOrder(stops: Iterable<Stop>): Promise<StopFailure[]> {
  const failures: StopFailure[] = [];
  for (const { what, stop, within = patience } of stops) {
    try {
      await inTime(Promise.resolve(stop()), within, what);
    } catch (error) {
      failures.push({ what, error });
    }
  }
  return failures;
}
