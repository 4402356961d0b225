/**
 * A worker in a process of its own: takes jobs of the kind `slow` at the database in its first argument, says `began` and
 * never comes to an end with any.
 */
import { pino } from "pino";

import { openJobQueue } from "../../server/jobs/queue";
import { slow } from "./slow-jobs";

const [, , databaseUrl = ""] = process.argv;
const work = () =>
  new Promise<void>(() => {
    console.log("began");
    setInterval(() => undefined, 1_000);
  });
await openJobQueue(databaseUrl, [slow(work)], pino({ level: "silent" }), { lookEvery: 50 });
console.log("ready");
