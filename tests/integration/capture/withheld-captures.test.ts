import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";

import { endWithholding } from "~/commands/end-withholding";
import { offerCaptures } from "~/commands/offer-captures";
import { publishReport } from "~/commands/publish-report";
import { withholdCapture } from "~/commands/withhold-capture";
import { objectStore } from "~/data/object-store.server";

import { noScreenshots } from "../../../server/capture/screenshot";
import { takeCaptures } from "../../../server/capture/take-captures";
import { createSourceFetcher, permitted } from "../../../server/fetch";
import { createPageReader, type PageReader } from "../../../server/intake";
import { serviceClient } from "../../../server/supabase";
import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { startNewsSite, type NewsSite } from "../../support/news-site";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let site: NewsSite;
let reader: PageReader;

beforeAll(async () => {
  [desk, site] = await Promise.all([startDesk(), startNewsSite()]);
  people = await cast(desk);
  reader = createPageReader();
  const admin = await desk.join("admin");
  value(await offerCaptures(admin.ports, admin.person, { offer: "always" }));
});
afterAll(async () => {
  await Promise.all([site.stop(), reader.stop()]);
  await desk.stop();
});

/** A published verdict whose source is captured. */
async function published(): Promise<{ claimId: string; captureId: string }> {
  const cited = completeDraft().evidence[0]?.url ?? "";
  const { claim, articleId } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "approved");
  const url = `${site.url}/cited`;
  site.set("/cited", ["At the end the motion was carried."]);
  await desk.sql`select app_private.ask_for_capture(${claim.id}, ${url}, ${site.place}, ${cited})`;
  await takeCaptures(
    {
      ...{ sql: desk.sql, log: pino({ level: "silent" }), reader, takeScreenshot: noScreenshots },
      fetchSource: createSourceFetcher("test", permitted([site.place])),
      objects: objectStore(serviceClient(desk.platform), "captures"),
      timing: { pause: 0, soon: 20 },
    },
    new AbortController().signal,
  );
  const { version } = await reread(people.editor, claim.id);
  value(
    await publishReport(people.editor.ports, people.editor.person, {
      ...{ articleId, headline: `What was carried, ${claim.id}`, summary: "All of it." },
      verdicts: [{ claimId: claim.id, version, shortClaim: "It was carried" }],
    }),
  );
  const [capture] = await people.editor.ports.captures.ofClaim(claim.id);
  if (!capture) throw new Error("There is no capture");
  return { claimId: claim.id, captureId: capture.id };
}

/** What anybody is told of the one capture. */
async function told(claimId: string) {
  const [one] = await desk.anonymous.captures.published([claimId]);
  if (!one) throw new Error("Readers are told nothing");
  return one;
}

const withhold = (by: Actor, captureId: string, reason: string) =>
  withholdCapture(by.ports, by.person, { captureId, reason });

test("an editor withholds one capture from readers, who keep its time and hash, and takes that back", async () => {
  const { claimId, captureId } = await published();
  const anybody = desk.anonymous.captures;
  const before = await told(claimId);
  expect(before).toMatchObject({ isOffered: true, withheldAt: null });
  expect(await anybody.publishedText(before)).toContain("the motion was carried");

  const { editor, lead } = people;
  value(await withhold(editor, captureId, "  The photographer objects.  "));
  // Sent twice it is done once.
  value(await withhold(editor, captureId, "The photographer objects."));
  const after = await told(claimId);
  expect(after).toEqual({ ...before, isOffered: false, withheldAt: expect.any(String) });
  expect(JSON.stringify(after)).not.toContain("photographer");
  expect(await anybody.publishedWarc(after)).toBeNull();
  // Whoever asks the database instead of the page is told nothing either.
  expect(await anybody.publishedText({ ...after, isOffered: true })).toBeNull();
  const { data } = await desk.anonymousClient.from("capture_withholdings").select("*");
  expect(data ?? []).toEqual([]);
  // The desk keeps it, and knows why.
  const withheld = await lead.ports.captures.withholdings([captureId]);
  expect(withheld.get(captureId)).toMatchObject({
    ...{ reason: "The photographer objects.", personId: editor.person.id, at: after.withheldAt },
  });
  const capture = await lead.ports.captures.find(captureId);
  expect(capture && (await lead.ports.captures.warc(capture))?.length).toBeGreaterThan(0);

  // Another reason is another entry, and no later time for readers.
  value(await withhold(editor, captureId, "The agency objects."));
  expect((await told(claimId)).withheldAt).toBe(after.withheldAt);
  value(await endWithholding(editor.ports, editor.person, { captureId }));
  value(await endWithholding(editor.ports, editor.person, { captureId }));
  expect(await told(claimId)).toEqual(before);
  value(await withhold(editor, captureId, "The agency objects again."));
  expect((await told(claimId)).withheldAt).not.toBe(after.withheldAt);

  const trail = await lead.ports.audit.of("review", claimId);
  const steps = trail.filter(({ action }) => action.startsWith("capture.withh")).reverse();
  expect(steps.map(({ action }) => action).toSorted()).toEqual([
    ...["capture.withheld", "capture.withheld", "capture.withheld", "capture.withholding_ended"],
  ]);
  expect(steps.every(({ actorId }) => actorId === editor.person.id)).toBe(true);
  expect(JSON.stringify(steps)).toContain("The photographer objects.");
});

test("nobody else withholds anything, nobody without a reason, and what was decided stays", async () => {
  const { captureId, claimId } = await published();
  const { lead, editor } = people;
  expect(refusal(await withhold(lead, captureId, "I would rather not"))).toMatchObject({
    kind: "forbidden",
  });
  // Not by asking the database itself either.
  const asked = (by: Actor, reason: string, id = captureId) =>
    by.supabase.rpc("withhold_capture", { p_capture: id, p_withheld: true, p_reason: reason });
  expect((await asked(lead, "I would rather not")).error?.code).toBe("PT403");
  expect((await asked(editor, "  x ")).error?.code).toBe("PT422");
  expect((await asked(editor, "A good reason", crypto.randomUUID())).error?.code).toBe("PT404");
  const { error } = await desk.anonymousClient.rpc("withhold_capture", {
    ...{ p_capture: captureId, p_withheld: true, p_reason: "A good reason" },
  });
  expect(error).not.toBeNull();
  expect((await told(claimId)).isOffered).toBe(true);
  value(await withhold(editor, captureId, "A good reason"));
  const rows = {
    capture_id: captureId,
    n: 2,
    withheld: false,
    reason: "",
    person_id: lead.person.id,
  };
  expect((await editor.supabase.from("capture_withholdings").insert(rows)).error).not.toBeNull();
  await expect(
    desk.sql`delete from public.capture_withholdings where capture_id = ${captureId}`,
  ).rejects.toThrow(/append-only/);
  expect((await told(claimId)).isOffered).toBe(false);

  // Each claim's capture of the same source is withheld by itself, and an editor is shown the others.
  const other = await published();
  expect((await told(other.claimId)).isOffered).toBe(true);
  const capture = await editor.ports.captures.find(other.captureId);
  if (!capture) throw new Error("There is no capture");
  const elsewhere = await editor.ports.captures.elsewhere(capture);
  expect(elsewhere).toContainEqual({ id: captureId, claimId });
});
