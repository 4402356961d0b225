import { councilClaim } from "./support/staging";
import { openRoom, saved, unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

test("an expert answers without JavaScript, and the lead takes it into the evidence by keyboard", async ({
  enterAs,
  visit,
  problems,
}) => {
  problems.allow(/guest: Failed to load resource: the server responded with a status of 400/);
  const [editor, lead] = [await enterAs("editor"), await enterAs("lead")];
  const town = unique("Guestford");
  const room = await councilClaim(editor, town);

  await lead.goto(room);
  await lead.getByRole("link", { name: "Ask an expert" }).click();
  await lead.getByLabel("Who is asked").fill("Dr Ana Ruiz");
  await lead.getByLabel("The question").fill("Were there 43 members on that day?");
  await scanAxe(lead);
  await lead.getByRole("button", { name: "Make the link" }).click();
  const link = (await lead.getByText(/\/guest\//).textContent()) ?? "";

  // The same page in a browser with scripts, because the scan is one.
  const look = await visit("guest");
  await look.goto(link);
  await scanAxe(look);

  const guest = await visit("guest", { javaScriptEnabled: false });
  const opened = await guest.goto(link);
  expect(opened?.headers()).toMatchObject({
    "referrer-policy": "strict-origin",
    "x-robots-tag": "noindex, nofollow, noarchive",
    "cache-control": "private, no-store",
  });
  await expect(guest.getByText("Were there 43 members on that day?")).toBeVisible();
  await expect(guest.getByRole("link", { name: /desk/i })).toHaveCount(0);
  const words = guest.getByLabel("What can you say about the claim?");
  await words.fill("There were 45; two were ill.");
  await guest.getByLabel("It is context, and decides nothing alone").check();
  await guest.getByLabel("Very sure").check();
  await guest.getByLabel("None that I know of").check();
  await guest.getByLabel("No, only as an expert in my field").check();
  await guest.getByRole("button", { name: "Send my answer" }).click();
  await expect(guest.getByText(/Say what you are an expert in/)).toBeVisible();
  await expect(words).toHaveValue("There were 45; two were ill.");
  await expect(guest.getByLabel("Very sure")).toBeChecked();
  await guest.getByLabel("Your field").fill("council minutes");
  await guest.getByRole("button", { name: "Send my answer" }).click();
  await expect(guest.getByText("Your answer has arrived. Thank you.")).toBeVisible();

  await openRoom(lead, room);
  const take = lead.getByRole("button", { name: /^Take into the evidence/ });
  await scanAxe(lead);
  await take.focus();
  await lead.keyboard.press("Enter");
  const card = lead.getByRole("article", { name: /An expert in council minutes/ });
  await expect(card.getByLabel("Title", { exact: true })).toBeFocused();
  await expect(take).toHaveCount(0);
  await saved(lead);
  await expect(lead.getByText(/took a guest expert’s answer into the evidence/)).toBeVisible();
  await openRoom(lead, room);
  await expect(card.getByLabel("How it bears on the claim")).toHaveValue("context");
  await expect(card.getByLabel("Excerpt")).toHaveValue(/There were 45; two were ill/);
});

test("somebody who had no part in a settled claim practises on it", async ({ enterAs }) => {
  const admin = await enterAs("admin");
  await admin.goto("/desk/settings");
  await admin.getByRole("link", { name: "Practice" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Practice" })).toBeVisible();
  await scanAxe(admin);
  const offered = admin.getByRole("region").or(admin.locator("section")).first();
  await offered.locator('a[href^="/desk/practice/"]').first().click();
  await expect(admin.getByRole("heading", { name: "Your verdict" })).toBeVisible();
  await expect(admin.getByText("The desk’s verdict", { exact: true })).toHaveCount(0);
  await scanAxe(admin);
  await admin.getByRole("radio", { name: /^Half true/ }).check();
  await admin.getByLabel("Fairly sure").check();
  await admin.getByLabel("Why").fill("Some of it is right.");
  await admin.getByRole("button", { name: "Give my verdict and see the desk’s" }).click();
  await expect(admin.getByRole("heading", { name: "The desk’s verdict" })).toBeVisible();
  await expect(admin.getByText("First answer, which counts")).toBeVisible();
  await scanAxe(admin);
  await admin.goto("/desk/practice");
  await expect(admin.getByText("1 case; agreement is shown from 5").first()).toBeVisible();
});
