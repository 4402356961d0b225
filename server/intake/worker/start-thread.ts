import { Worker, type ResourceLimits } from "node:worker_threads";

/** Starts the reading thread: from the bundle beside this one, or from the sources where this is one of them. */
export function startThread(resourceLimits: ResourceLimits): Worker {
  const here = import.meta.url;
  const entry = here.endsWith(".ts") ? "./thread-from-source.mjs" : "./reading-thread.js";
  const thread = new Worker(new URL(entry, here), {
    name: "reading",
    resourceLimits,
    // It needs no secrets.
    env: {},
    execArgv: [],
    // What libraries print about strangers' pages is not for our log.
    stdout: true,
    stderr: true,
  });
  thread.stdout.resume();
  thread.stderr.resume();
  // A thread that waits for work keeps no process alive.
  thread.unref();
  return thread;
}
