import { afterAll, beforeAll, expect, test } from "vitest";

import { saveSitePage } from "~/commands/save-site-page";
import { filledSitePages, readSitePage } from "~/web/site-page.server";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";

let desk: TestDesk;
let admin: Actor;
beforeAll(async () => {
  desk = await startDesk();
  admin = await desk.join("admin", "Ada Admin");
});
afterAll(() => desk.stop());

const asReader = () => ({ ports: desk.anonymous, publicUrl: "https://desk.test" });
const save = (actor: Actor, expected: number, text: string) =>
  saveSitePage(actor.ports, actor.person, "funding", { expected, text });

test("a page that nobody filled in says nothing, and one that comes with the program does", async () => {
  expect(await readSitePage(asReader(), "team")).toMatchObject({ blocks: null, changedAt: null });
  const methodology = await readSitePage(asReader(), "methodology");
  expect(methodology.blocks?.length).toBeGreaterThan(5);
  expect(methodology.changedAt).toBeNull();
  expect(await filledSitePages(desk.anonymous)).toEqual([
    ...["methodology", "corrections-policy", "complaints", "privacy"],
  ]);
});

test("each saving is a version with who and when; readers have the newest, and not by whom", async () => {
  value(await save(admin, 0, "We are paid by **readers**."));
  value(await save(admin, 1, "We are paid by [members](/team)."));
  // The same again is none.
  value(await save(admin, 1, "We are paid by [members](/team)."));
  const versions = await admin.ports.sitePages.versions("funding");
  expect(versions).toMatchObject([
    { number: 2, by: "Ada Admin", text: "We are paid by [members](/team)." },
    { number: 1, by: "Ada Admin", text: "We are paid by **readers**." },
  ]);
  const page = await readSitePage(asReader(), "funding");
  expect(page.blocks).toEqual([
    {
      type: "paragraph",
      runs: [
        { text: "We are paid by " },
        { text: "members", href: "https://desk.test/team" },
        { text: "." },
      ],
    },
  ]);
  expect(page.changedAt).toBe(versions[0]?.at);
  expect(await desk.anonymous.sitePages.versions("funding").catch(() => [])).toEqual([]);
  expect(await filledSitePages(desk.anonymous)).toContain("funding");
});

test("who writes beside somebody else is told, and nothing is lost; no text takes the page back", async () => {
  const newest = (await admin.ports.sitePages.versions("funding"))[0]?.number ?? 0;
  value(await save(admin, newest, "One."));
  const late = refusal(await save(admin, newest, "Another."));
  expect(late).toMatchObject({ kind: "illegal", message: expect.stringContaining("Ada Admin") });
  value(await save(admin, newest + 1, ""));
  expect(await readSitePage(asReader(), "funding")).toMatchObject({
    blocks: null,
    changedAt: null,
  });
  expect(await admin.ports.sitePages.versions("funding")).toHaveLength(newest + 2);
});

test("only admins write, whichever way they ask, and no version is changed or taken away", async () => {
  const editor = await desk.join("editor");
  expect(refusal(await save(editor, 0, "Ours now."))).toMatchObject({ kind: "forbidden" });
  expect(await editor.ports.sitePages.save("funding", 0, "Ours now.")).toMatchObject({
    error: { kind: "forbidden" },
  });
  await expect(desk.sql`update public.site_page_versions set text = 'x'`).rejects.toThrow();
  await expect(desk.sql`delete from public.site_page_versions`).rejects.toThrow();
});
