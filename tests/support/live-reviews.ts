import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";

import { postgresReviewDocumentStore } from "../../server/collab/store-postgres";
import { startCollab, type LiveClient, type TestCollab } from "./collab";
import { startDesk, type TestDesk } from "./desk";
import { cast, type Cast } from "./review-steps";

/** A desk with its people and a collaboration server over a direct connection. */
export interface LiveReviews {
  desk: TestDesk;
  people: Cast;
  direct: ReturnType<typeof postgresReviewDocumentStore>;
  collab: TestCollab;
  /** Whoever joins goes in here, and is sent away after each test. */
  clients: LiveClient[];
}

/** For the tests of one file; `ready` is called once all of it runs. */
export function withLiveReviews(ready: (live: LiveReviews) => void): void {
  let live: LiveReviews;
  beforeAll(async () => {
    const desk = await startDesk();
    const people = await cast(desk);
    const direct = postgresReviewDocumentStore(desk.platform.databaseUrl ?? "");
    const collab = await startCollab(desk, direct);
    live = { desk, people, direct, collab, clients: [] };
    ready(live);
  });
  afterEach(async () => {
    for (const client of live.clients.splice(0)) client.destroy();
    await vi.waitFor(() => expect(live.collab.server.health().sockets).toBe(0), 20_000);
  });
  afterAll(async () => {
    await live.collab.stop();
    await live.direct.end();
    await live.desk.stop();
  });
}
