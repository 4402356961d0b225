import { readFileSync } from "node:fs";

import type { Locator, Page } from "@playwright/test";

import { councilClaim } from "./support/staging";
import {
  openRoom,
  rationale,
  saved,
  stateOf,
  summary,
  unique,
  writeVerdict,
} from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

const lena = "Lena Fischer (demo)";
const field = (page: Page, id: string) => page.locator(`#review-${id}`);
const caretIn = (at: Locator) => at.locator(".collaboration-carets__label", { hasText: lena });
const inField = (at: Locator) => at.getByTitle(`${lena} is in this field now`);

test("each sees in which field the other is, and where they write in it", async ({ enterAs }) => {
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, unique("Caretham"));
  await openRoom(lead, room);
  await openRoom(editor, room);

  await test.step("in the sentence", async () => {
    const before = await field(editor, "summary").boundingBox();
    await summary(lead).click();
    await lead.keyboard.type("The minutes say so.");
    await expect(summary(editor)).toHaveValue("The minutes say so.");
    await expect(caretIn(field(editor, "summary"))).toBeVisible();
    await expect(inField(field(editor, "summary"))).toBeVisible();
    expect(await field(editor, "summary").boundingBox()).toEqual(before);
    const atEnd = await caretIn(field(editor, "summary")).boundingBox();
    await lead.keyboard.press("Home");
    await expect
      .poll(async () => (await caretIn(field(editor, "summary")).boundingBox())?.x)
      .toBeLessThan(atEnd?.x ?? 0);
    await scanAxe(editor);
  });

  await test.step("in a source, whose excerpt is written by several too", async () => {
    await lead.getByRole("button", { name: "Add evidence" }).click();
    await lead.getByLabel("Title", { exact: true }).click();
    const card = editor.getByRole("article", { name: "Evidence 1" });
    await expect(inField(card)).toBeVisible();
    await expect(inField(field(editor, "summary"))).toHaveCount(0);
    await expect(caretIn(field(editor, "summary"))).toHaveCount(0);
    await lead.getByLabel("Excerpt").click();
    await lead.keyboard.type("31 in favour");
    await expect(caretIn(card)).toBeVisible();
    await lead.getByText("Author, publisher, place, dates, origin and note").click();
    await lead.getByLabel("Note", { exact: true }).click();
    await editor.getByText("Author, publisher, place, dates, origin and note").click();
    await expect(caretIn(card)).toBeVisible();
  });

  await test.step("at the rating and in the rationale, on a narrow page in the dark too", async () => {
    await editor.setViewportSize({ width: 390, height: 844 });
    await lead.getByRole("radio", { name: /^Mostly true/ }).check();
    await expect(inField(field(editor, "rating"))).toBeVisible();
    await rationale(lead).click();
    await expect(inField(field(editor, "rationale"))).toBeVisible();
    await summary(lead).click();
    await lead.keyboard.press("End");
    await expect(caretIn(field(editor, "summary"))).toBeVisible();
    const isWider = () => document.documentElement.scrollWidth > innerWidth;
    expect(await editor.evaluate(isWider)).toBe(false);
    await scanAxe(editor);
  });

  await test.step("and that they have gone", async () => {
    await lead.goto("/desk");
    await expect(inField(field(editor, "summary"))).toHaveCount(0);
    await expect(caretIn(field(editor, "summary"))).toHaveCount(0);
  });
});

test("undo takes back one's own words, in every field", async ({ enterAs }) => {
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, unique("Undoham"));
  await openRoom(lead, room);
  await openRoom(editor, room);
  await lead.getByRole("button", { name: "Add evidence" }).click();
  await expect(editor.getByLabel("Excerpt")).toBeVisible();

  for (const at of [summary, (page: Page) => page.getByLabel("Excerpt")]) {
    await at(lead).click();
    await lead.keyboard.type("Mine.");
    await expect(at(editor)).toHaveValue("Mine.");
    await at(editor).press("End");
    await editor.keyboard.type(" Theirs.");
    await expect(at(lead)).toHaveValue("Mine. Theirs.");
    await at(lead).press("Control+z");
    await expect(at(editor)).toHaveValue(" Theirs.");
    await at(lead).press("Control+Shift+z");
    await expect(at(editor)).toHaveValue("Mine. Theirs.");
  }

  const [title, publisher] = [/^Title$/, /^Publisher$/];
  await lead.getByText("Author, publisher, place, dates, origin and note").click();
  await editor.getByText("Author, publisher, place, dates, origin and note").click();
  await lead.getByLabel(title).fill("Minutes");
  await editor.getByLabel(publisher).fill("The council");
  await expect(lead.getByLabel(publisher)).toHaveValue("The council");
  await lead.getByLabel(title).press("Control+z");
  await expect(editor.getByLabel(title)).toHaveValue("");
  await expect(editor.getByLabel(publisher)).toHaveValue("The council");
  await saved(lead);
});

async function paste(at: Locator, name: string): Promise<void> {
  const path = new URL(`../support/clipboards/${name}.html`, import.meta.url);
  await at.evaluate(
    (element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", "the plain words");
      const how = { clipboardData, bubbles: true, cancelable: true };
      element.dispatchEvent(new ClipboardEvent("paste", how));
    },
    readFileSync(path, "utf8"),
  );
}

test("what is pasted from Word and from web pages is clean, and tells nobody", async ({
  enterAs,
}) => {
  const editor = await enterAs("editor");
  const asked: string[] = [];
  editor.on("request", (request) => void asked.push(request.url()));
  const room = await councilClaim(editor, unique("Pasteham"));
  await openRoom(editor, room);
  const html = async () => {
    await saved(editor);
    return rationale(editor).evaluate((element) =>
      element.innerHTML.replace(/ (target|rel|class)="[^"]*"/g, "").replace(/\s+/g, " "),
    );
  };

  await test.step("from Word", async () => {
    await rationale(editor).click();
    await paste(rationale(editor), "word");
    await expect(rationale(editor)).toContainText("Nobody objected.");
    const pasted = await html();
    expect(pasted).toContain("<h2>What the minutes say</h2>");
    expect(pasted).toContain(
      "<p>The council of Bridgetown voted <strong>31 to 12</strong> on <em>Monday</em>. Not on Sunday.</p>",
    );
    expect(pasted).toContain(
      "<ul><li><p>The clerk counted twice.</p><ul><li><p>Once by hand.</p></li></ul></li>" +
        "<li><p>Nobody objected.</p></li></ul><ol><li><p>First reading.</p></li></ol>",
    );
    expect(pasted).toContain(
      '<p>See <a href="https://council.example/minutes">the minutes</a>, not this or my copy.</p>',
    );
    expect(pasted).not.toMatch(
      /mso|o:p|st1|LF1|Ask the clerk|Hidden|style=|<img|javascript|file:/i,
    );
  });

  await test.step("from a web page", async () => {
    await editor.keyboard.press("Control+a");
    await paste(rationale(editor), "web-page");
    await expect(rationale(editor)).toContainText("Nobody objected.");
    const pasted = await html();
    expect(pasted).toContain("<h2>The vote</h2><p>It was <strong>31 to 12</strong>.</p>");
    expect(pasted).toContain('<a href="https://paper.example/story?id=1">the story</a>');
    expect(pasted).toContain("click here, or here.");
    expect(pasted).not.toMatch(/javascript|data:|tracker|steal|Subscribe|Not for you|Share|drawn/);
  });
  expect(asked.filter((url) => /tracker|council\.example|paper\.example/.test(url))).toEqual([]);
});

test("who has the room open is told of each step, and that somebody signed", async ({
  enterAs,
}) => {
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const second = await enterAs("second");
  const room = await councilClaim(editor, unique("Signham"));
  await openRoom(lead, room);
  await writeVerdict(lead, { rating: "Mostly true", summary: "As reported." });
  await openRoom(editor, room);

  await lead.getByRole("button", { name: "Submit for the second review" }).click();
  await expect(stateOf(lead)).toContainText("Second review");
  await expect(stateOf(editor)).toContainText("Second review");
  await expect(editor.getByText("Read-only: it was submitted")).toBeVisible();
  await second.goto(room);
  await second.getByRole("radio", { name: /^Mostly true/ }).check();
  await second.getByLabel("Why", { exact: true }).fill("I read the minutes myself.");
  await second.getByRole("button", { name: "Give my verdict and see the first" }).click();
  await expect(editor.getByText("Both ratings are the same")).toBeVisible();

  await second.getByRole("button", { name: "Sign off" }).click();
  for (const page of [lead, editor]) {
    const told = page.getByRole("status").filter({ hasText: "has just signed" });
    await expect(told).toContainText("Sam Okoro (demo) has just signed.");
    await expect(stateOf(page)).toContainText("Approved");
    await expect(page.getByText("Read-only: it is signed")).toBeVisible();
  }
  await scanAxe(lead);
  await expect(second.getByText("has just signed")).toHaveCount(0);
  await lead.reload();
  await expect(stateOf(lead)).toContainText("Approved");
  await expect(lead.getByText("has just signed")).toHaveCount(0);
});
