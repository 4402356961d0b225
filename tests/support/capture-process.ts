/** A worker in a process of its own, which takes the captures that are due: database and place of the site in its arguments. */
import { pino } from "pino";

import { noScreenshots } from "../../server/capture/screenshot";
import { takeCaptures } from "../../server/capture/take-captures";
import { createSourceFetcher, permitted } from "../../server/fetch";
import { createPageReader } from "../../server/intake";
import { directConnection } from "../../server/supabase/direct";

const [, , databaseUrl = "", place = ""] = process.argv;
await takeCaptures(
  {
    sql: directConnection(databaseUrl, "captures"),
    fetchSource: createSourceFetcher("test", permitted([place])),
    reader: createPageReader(),
    takeScreenshot: noScreenshots,
    objects: { keep: async () => undefined, read: async () => null },
    log: pino({ level: "silent" }),
  },
  new AbortController().signal,
);
