/**
 * The collaboration server alone in a process, for tests that kill it. Takes DATABASE_URL and PORT from the environment
 * and prints one line, `listening`, when it can be reached.
 */
import postgres from "postgres";

import { postgresReviewDocumentStore } from "../../server/collab/store-postgres";
import { startCollab } from "./collab";

const url = process.env["DATABASE_URL"] ?? "";
const sql = postgres(url, { max: 4, onnotice: () => undefined });
await startCollab({ sql }, postgresReviewDocumentStore(url), {
  port: Number(process.env["PORT"]),
  redisUrl: process.env["REDIS_URL"],
  limits: { summaryLength: 1_000_000, snapshotRows: 20 },
});
console.log("listening");
