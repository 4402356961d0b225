import type { Door } from "../clients/raw-client";
import type { ServerProcess } from "../server-process";

/** A collaboration server that is measured, in a process and a data directory of its own. */
export interface Contender {
  readonly name: string;
  /** Whether it tells an author that an edit is saved. */
  readonly acknowledges: boolean;
  /** Whether documents are still there after a restart. */
  readonly persists: boolean;
  /** The running server. Throws when it is not running. */
  readonly server: ServerProcess;
  /** Starts it, or does nothing when it runs. */
  start(): Promise<void>;
  /** Stops it as its operator would, so that it may write what it holds. */
  stop(): Promise<void>;
  /** Kills it with SIGKILL, with its database where that is another process. */
  crash(withDatabase: boolean): Promise<void>;
  /** Documents that nobody has opened yet. */
  newRooms(count: number): Promise<string[]>;
  /** Where the n-th person opens a document. Different numbers are different people as far as the server knows people. */
  door(room: string, person: number): Door;
  /** Stops it and removes what it kept. */
  dispose(): Promise<void>;
}
