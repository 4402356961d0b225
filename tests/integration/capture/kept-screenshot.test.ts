import { createHash } from "node:crypto";

import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";

import { objectStore, ObjectStoreError, type ObjectStore } from "~/data/object-store.server";
import type { Capture } from "~/domain/evidence/capture";
import { ok } from "~/domain/result";

import { createScreenshots, type TakeScreenshot } from "../../../server/capture/screenshot";
import { takeCaptures } from "../../../server/capture/take-captures";
import { createSourceFetcher, permitted } from "../../../server/fetch";
import { createPageReader, type PageReader } from "../../../server/intake";
import { serviceClient } from "../../../server/supabase";
import { findBrowser } from "../../support/browser";
import { startDesk, type TestDesk } from "../../support/desk";
import { startNewsSite, type NewsSite } from "../../support/news-site";
import { bringTo, cast, type Cast } from "../../support/review-steps";
import { readRecords } from "../../support/warc-reader";

let desk: TestDesk;
let people: Cast;
let site: NewsSite;
let reader: PageReader;
let objects: ObjectStore;
const browser = findBrowser();
const log = pino({ level: "silent" });

beforeAll(async () => {
  [desk, site] = await Promise.all([startDesk(), startNewsSite()]);
  people = await cast(desk);
  reader = createPageReader();
  objects = objectStore(serviceClient(desk.platform), "captures");
});
afterAll(async () => {
  await Promise.all([site.stop(), reader.stop()]);
  await desk.stop();
});

const fetchSource = () => createSourceFetcher("test", permitted([site.place]));

/** A page of the site, captured with these pictures. */
async function captured(
  path: string,
  takeScreenshot: TakeScreenshot,
  store = objects,
): Promise<Capture> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  const url = site.url + path;
  site.set(path, ["The council voted 31 to 12."]);
  await desk.sql`select app_private.ask_for_capture(${claim.id}, ${url}, ${site.place}, ${url})`;
  const tools = { sql: desk.sql, log, fetchSource: fetchSource(), reader, takeScreenshot };
  await takeCaptures(
    { ...tools, objects: store, timing: { pause: 0, soon: 20 } },
    new AbortController().signal,
  );
  const [capture] = await people.lead.ports.captures.ofClaim(claim.id);
  if (!capture) throw new Error("There is no capture");
  return capture;
}

test.skipIf(browser === undefined)(
  "a captured page is kept with its picture, for whoever may read the review, and in the WARC",
  async () => {
    const settings = { path: browser ?? "", sandbox: false, fetchSource: fetchSource(), log };
    const capture = await captured("/drawn", createScreenshots(settings));
    const screenshot = capture.kept?.screenshot;
    const png = await people.lead.ports.captures.screenshot(capture);
    if (!screenshot || !png) throw new Error(`No picture: ${capture.kept?.noScreenshot}`);
    expect(site.asked("/drawn")).toBe(1);
    expect(createHash("sha256").update(png).digest("hex")).toBe(screenshot.sha256);
    expect(screenshot).toMatchObject({
      bytes: png.length,
      tool: expect.stringMatching(/^Chromium \d/),
    });
    const warc = await people.lead.ports.captures.warc(capture);
    const picture = readRecords(warc ?? new Uint8Array()).at(-1);
    expect(picture?.headers.get("warc-type")).toBe("resource");
    expect(picture?.headers.get("warc-target-uri")).toBe(`urn:view:${capture.url}`);
    expect(picture?.block.equals(png)).toBe(true);
    const trail = await people.lead.ports.audit.of("review", capture.claimId);
    const kept = trail.find(({ action }) => action === "capture.kept");
    expect(kept?.payload).toMatchObject({ screenshot: screenshot.sha256 });
    expect(await people.second.ports.captures.find(capture.id)).toBeNull();
    await expect(
      desk.sql`update public.captures set screenshot_bytes = 1 where id = ${capture.id}`,
    ).rejects.toThrow(/never changes/);
  },
);

test("a capture is kept also where its page cannot be drawn, or the picture not be kept, and it is said", async () => {
  const away = createScreenshots({
    path: "/nowhere",
    sandbox: true,
    fetchSource: fetchSource(),
    log,
  });
  const undrawn = await captured("/undrawn", away);
  expect(undrawn).toMatchObject({
    state: "kept",
    kept: { screenshot: null, noScreenshot: "browser" },
  });
  const full: ObjectStore = {
    ...objects,
    keep: (name, ...rest) =>
      name.endsWith(".png")
        ? Promise.reject(new ObjectStoreError("disk_full", null))
        : objects.keep(name, ...rest),
  };
  const drawn: TakeScreenshot = async () =>
    ok({ png: Buffer.from("a picture"), tool: "Chromium 1" });
  const unkept = await captured("/unkept", drawn, full);
  expect(unkept).toMatchObject({
    state: "kept",
    kept: { screenshot: null, noScreenshot: "not_kept" },
  });
  expect(await people.lead.ports.captures.screenshot(unkept)).toBeNull();
});
