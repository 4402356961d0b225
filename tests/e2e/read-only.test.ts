import { councilClaim } from "./support/staging";
import { openRoom, saved, summary, unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

// Alone: while the desk is read-only no other story can go on.
test("an admin makes the desk read-only under somebody who writes, and opens it again", async ({
  enterAs,
  visit,
}) => {
  const [editor, lead, admin, reader] = [
    await enterAs("editor"),
    await enterAs("lead"),
    await enterAs("admin"),
    await visit("reader"),
  ];
  await editor.goto("/desk/insights");
  await expect(editor.getByRole("heading", { name: /^Agreement of first/ })).toBeVisible();
  await scanAxe(editor);

  const room = await councilClaim(editor, unique("Closeton"));
  await openRoom(lead, room);
  await summary(lead).fill("Written while the desk was open.");
  await saved(lead);

  await admin.goto("/desk/admin");
  await admin.getByLabel("Reason").fill("A stolen password");
  await admin.getByRole("button", { name: "Make the desk read-only" }).click();
  await expect(admin.getByRole("button", { name: "Open the desk again" })).toBeEnabled();
  await scanAxe(admin);

  const banner = lead.getByText("The desk is read-only");
  await expect(banner.first()).toBeVisible({ timeout: 5_000 });
  await expect(lead.getByText("Written while the desk was open.")).toBeVisible();
  await expect(summary(lead)).toHaveCount(0);
  await lead.goto("/desk/settings");
  await expect(lead.getByText("A stolen password")).toBeVisible();
  await expect(lead.getByLabel("You are assigned to a claim")).toBeDisabled();
  await lead.goto("/desk/claims");
  await expect(lead.getByRole("searchbox")).toBeEditable();
  await reader.goto("/login");
  await expect(reader.getByText("A stolen password")).toBeVisible();
  await reader.goto("/");
  await expect(reader.getByText("The desk is read-only for now")).toBeVisible();
  await expect(reader.getByText("A stolen password")).toHaveCount(0);
  for (const address of ["/claims/none-such", "/nothing/here", "/desk/nothing", "/guest/none"]) {
    const gone = await (await reader.request.get(address)).text();
    expect(gone, address).toContain("The desk is read-only for now");
  }
  // A page that was open all the while learns of it without being loaded by anybody.
  await editor.evaluate(() => void window.dispatchEvent(new Event("online")));
  await expect(editor.getByText("A stolen password")).toBeVisible();

  await admin.getByLabel("Why it can be opened again").fill("It was changed");
  await admin.getByRole("button", { name: "Open the desk again" }).click();
  await expect(admin.getByRole("button", { name: "Make the desk read-only" })).toBeEnabled();
  await openRoom(lead, room);
  await summary(lead).fill("Written after it was opened again.");
  await saved(lead);
});
