import { take } from "./support/approved";
import { councilClaim } from "./support/staging";
import { openRoom, pasteArticle, rationale, saved, summary, unique } from "./support/steps";
import { expect, test } from "./support/test";
import type { WebSocketRoute } from "@playwright/test";

const article = (town: string) => ({
  title: `Bridge is off in ${town}`,
  text: `The council of ${town} rejected the new bridge by 31 votes to 12 on Monday.`,
});

test("two people type in one rationale at once, and nothing is lost", async ({ enterAs }) => {
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, unique("Bridgetown"));
  await openRoom(lead, room);
  await openRoom(editor, room);

  await rationale(lead).click();
  await lead.keyboard.type("one two three ");
  await expect(rationale(editor)).toContainText("one two three");
  await rationale(editor).click();
  await editor.keyboard.press("Control+End");
  await rationale(lead).press("Control+Home");
  await Promise.all([
    lead.keyboard.type("LEAD ".repeat(12), { delay: 15 }),
    editor.keyboard.type("EDITOR ".repeat(12), { delay: 15 }),
  ]);
  for (const page of [lead, editor]) {
    await saved(page);
    await expect(rationale(page)).toContainText("LEAD ".repeat(12).trim());
    await expect(rationale(page)).toContainText("EDITOR ".repeat(12).trim());
  }
  await expect(editor.locator(".collaboration-carets__label")).toHaveText("Lena Fischer (demo)");

  await lead.reload();
  await expect(rationale(lead)).toContainText("EDITOR ".repeat(12).trim());
});

test("what is written offline is kept and merged on return", async ({ enterAs, problems }) => {
  problems.allow(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to load resource/);
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, unique("Offlineham"));
  await openRoom(lead, room);
  await openRoom(editor, room);

  await lead.context().setOffline(true);
  await expect(lead.locator("[data-save-state]")).toHaveAttribute("data-save-state", "offline");
  await rationale(lead).click();
  await lead.keyboard.type("Written on the train.");
  await expect(lead.getByText(/kept on this device/).first()).toBeVisible();
  await summary(editor).fill("Written at the desk.");
  await saved(editor);

  const spoken = lead.locator("[data-save-state] + [role=status]");
  await expect(spoken).toHaveText(/^Offline: your edits are kept on this device/);

  await lead.context().setOffline(false);
  await saved(lead);
  await expect(spoken).toHaveText(/^Saved \d/);
  await lead.keyboard.type(" And on.");
  await expect(spoken).toBeEmpty();
  await expect(summary(lead)).toHaveValue("Written at the desk.");
  await expect(rationale(editor)).toContainText("Written on the train.");
});

test("a right that ends in mid-typing ends the writing, and says why", async ({ enterAs }) => {
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, unique("Dismissalby"));
  await openRoom(lead, room);
  await rationale(lead).click();
  await lead.keyboard.type("Half a sent");
  await saved(lead);

  await openRoom(editor, room);
  await editor.getByText("Dismiss the claim").click();
  await editor.getByLabel("Why is this not checked?").selectOption("Checked before, or a double");
  await editor.getByLabel("In your words").fill("Checked elsewhere.");
  await editor.getByRole("button", { name: "Dismiss", exact: true }).click();
  await expect(editor.getByText("Dismissed", { exact: true }).first()).toBeVisible();
  await expect(lead.getByText("The room is not open")).toBeVisible({ timeout: 10_000 });
});

test("a second reviewer cannot open the live document, not even by its socket", async ({
  enterAs,
  problems,
}) => {
  problems.allow(/WebSocket handshake: Unexpected response code: 403/);
  const editor = await enterAs("editor");
  const second = await enterAs("second");
  const room = await councilClaim(editor, unique("Blindford"));
  await second.goto(room);
  await expect(second.getByText("Your turn comes after the lead’s")).toBeVisible();
  const outcome = await second.evaluate(
    (id) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/collab/review:${id}`);
        socket.onopen = () => resolve("opened");
        socket.onerror = () => resolve("refused");
      }),
    room.split("/").at(-1) ?? "",
  );
  expect(outcome).toBe("refused");
});

test("a stale page is told who moved the claim, and keeps what was typed", async ({
  enterAs,
  problems,
}) => {
  problems.allow(/409|422/);
  const editor = await enterAs("editor");
  const other = await enterAs("admin");
  const triage = await pasteArticle(editor, article(unique("Staleton")));
  await other.goto(triage);
  const dismiss = async (page: typeof editor, reason: string) => {
    const row = page.locator('li[id^="claim-"]').filter({ hasText: /31 votes to 12/ });
    await row.locator("[data-claim-link]").click();
    await row.getByRole("link", { name: "Dismiss" }).click();
    await row.getByLabel("Why is this not checked?").selectOption("Checked before, or a double");
    await row.getByRole("textbox").fill(reason);
    await row.getByRole("button", { name: "Dismiss" }).click();
    return row;
  };
  const row = await dismiss(editor, "Known already");
  await expect(row.getByText("Dismissed", { exact: true })).toBeVisible();
  await dismiss(other, "A reason that took me long to write");
  await expect(other.getByText(/Edda Brandt \(demo\) moved this claim to dismissed/)).toBeVisible();
  // It stands there as it is now: the same sent again would be refused again.
  await expect(
    other.locator('li[id^="claim-"]').filter({ hasText: /31 votes to 12/ }),
  ).toContainText("Dismissed (checked before, or a double)");
  await expect(
    other
      .getByText("A reason that took me long to write")
      .or(other.getByRole("textbox").filter({ hasText: "A reason that took me long to write" }))
      .first(),
  ).toBeVisible();

  // On the claim's own page too, which nobody tells of it: it shows how things stand, beside the refusal.
  const room = `/desk/claims/${(await row.getAttribute("id"))?.replace("claim-", "") ?? ""}`;
  await other.goto(room);
  await expect(other.locator("h1 + *")).toContainText("Dismissed");
  await take(editor, room, "restore");
  await other.getByRole("button", { name: "Take back" }).click();
  await expect(other.getByText(/Edda Brandt \(demo\) moved this claim to proposed/)).toBeVisible();
  await expect(other.locator("h1 + *")).toContainText("Proposed");
});

test("a server that restarts leaves the editor and its words in place", async ({
  enterAs,
  problems,
}) => {
  problems.allow(/Failed to load resource|WebSocket/);
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, unique("Restartford"));

  let isDown = false;
  const open = new Set<WebSocketRoute>();
  await lead.routeWebSocket(/\/collab\//, (socket) => {
    if (isDown) return void socket.close({ code: 1006 });
    open.add(socket);
    socket.connectToServer();
  });
  await openRoom(lead, room);
  let asked = 0;
  await lead.route("**/*", (route) => {
    if (!isDown) return route.fallback();
    asked += 1;
    return route.abort("connectionrefused");
  });

  isDown = true;
  for (const socket of open) await socket.close({ code: 1001 });
  await rationale(lead).click();
  await lead.keyboard.type("Typed while the server was away.");
  await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThan(0);
  await expect(rationale(lead)).toContainText("Typed while the server was away.");
  isDown = false;
  await saved(lead);
  await openRoom(editor, room);
  await expect(rationale(editor)).toContainText("Typed while the server was away.");
});
