/** A worker in a process of its own, which does one look: database, place of the site and look in its arguments. */
import { createPageFetcher, permitted } from "../../server/fetch";
import { createPageReader } from "../../server/intake";
import { doLook } from "../../server/looks";
import { directConnection } from "../../server/supabase/direct";

const [, , databaseUrl = "", place = "", lookId = ""] = process.argv;
await doLook(
  {
    sql: directConnection(databaseUrl, "a look"),
    fetchPage: createPageFetcher(permitted([place])),
    reader: createPageReader(),
    sitePause: 0,
  },
  { lookId },
);
