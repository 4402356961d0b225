import { expect, test } from "./support/test";
import { decidedClaim, take } from "./support/approved";
import { unique } from "./support/steps";

const dissent = "Half of it stands in the minutes.";

/** What a desk can set: three editors vote on a dispute, and nothing is published that is not cleared. */
test("a vote with dissent, the right of reply, and a required clearance, up to what readers see", async ({
  enterAs,
  visit,
}) => {
  const [admin, editor, lead, second] = await Promise.all([
    enterAs("admin"),
    enterAs("editor"),
    enterAs("lead"),
    enterAs("second"),
  ]);
  const set = async (rules: Record<string, string>) => {
    const answer = await admin.request.post("/desk/admin", {
      form: rules,
      headers: { Origin: new URL((await admin.request.get("/healthz")).url()).origin },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(302);
  };
  await set({ intent: "review_rules", secondSees: "rationale", disputes: "vote" });
  await set({ intent: "require_clearance", on: "yes" });
  const town = unique("Votetown");
  const room = await decidedClaim({ editor, lead, second }, town, "false");
  const inQueue = async (page: typeof admin) => {
    await page.goto("/desk");
    return page.getByRole("listitem").filter({ hasText: town });
  };

  // Two editors are free: everybody is told, and the way out is another editor.
  await expect(await inQueue(lead)).toContainText("Three editors vote");
  await expect(await inQueue(admin)).toContainText("Only two editors are free to vote");
  await admin.goto(room);
  await expect(admin.getByText("Give the dispute to one editor", { exact: true })).toBeVisible();
  await admin.getByRole("link", { name: "Invite another editor" }).click();
  await admin
    .getByLabel("E-mail address")
    .fill(`${town.replaceAll(" ", ".").toLowerCase()}@rules.test`);
  const form = admin.locator("form", {
    has: admin.getByRole("button", { name: "Make the link" }),
  });
  await form.getByLabel("Role").selectOption("editor");
  await form.getByRole("button").click();
  const link = (await admin.locator("code").innerText()).trim();
  const third = await visit("third");
  await third.goto(link);
  await third.getByLabel("Your name").fill("Thea Voss");
  await third.getByLabel("Password", { exact: true }).fill("a-password-of-theirs");
  await third.getByLabel("The password again").fill("a-password-of-theirs");
  await third.getByRole("button", { name: "Make the account" }).click();
  await expect(third).toHaveURL(/\/desk$/);
  await expect(await inQueue(third)).toContainText("Vote on the disputed claim");

  // One votes through the page and lets it be published; the two others differ from it, and carry.
  await editor.goto(room);
  await expect(editor.getByText("Too few editors are free to vote")).toHaveCount(0);
  await editor.getByRole("radio", { name: /^Half true/ }).check();
  await editor.getByRole("textbox", { name: "Reason" }).fill(dissent);
  await editor.getByRole("checkbox", { name: /may be published as dissent/ }).check();
  await editor.getByRole("button", { name: "Cast my vote" }).click();
  await expect(editor.getByText(/^You have voted\./)).toBeVisible();
  const carried = { rating: "false", reason: "The minutes say the contrary." };
  await take(admin, room, "vote", carried);
  await take(third, room, "vote", carried);

  // The right of reply: silence can be told only of a deadline that is over.
  await lead.goto(room);
  const ask = async (whom: string, askedOn: string, dueOn: string) => {
    // It stays open for the next one.
    if (!(await lead.getByLabel("Whom").isVisible())) {
      await lead.getByText("Record whom you asked").click();
    }
    await lead.getByLabel("Whom").fill(whom);
    await lead.getByLabel("Asked on").fill(askedOn);
    await lead.getByLabel("To answer by").fill(dueOn);
    await lead.getByRole("button", { name: "Record it" }).last().click();
    const outcome = lead.locator("details").filter({ hasText: `What came of it: ${whom}` });
    await outcome.locator("summary").click();
    return outcome;
  };
  const mayor = await ask("The mayor", "2024-02-05", "2999-01-01");
  await expect(mayor.locator("option")).toHaveText(["Answered", "Declined to comment"]);
  await mayor.getByLabel("Their words").fill("It was 31 to 12, and I was there.");
  await mayor.getByRole("button", { name: "Record it" }).click();
  await expect(lead.getByText("It was 31 to 12, and I was there.")).toBeVisible();
  const clerk = await ask("The clerk", "2024-02-05", "2024-02-12");
  await clerk.getByLabel("Outcome").selectOption("Did not answer by the deadline");
  await clerk.getByRole("button", { name: "Record it" }).click();
  await expect(lead.getByText("Did not answer by the deadline", { exact: true })).toBeVisible();

  // Nothing goes out uncleared. Who dissented signed nothing, and so may clear and publish.
  await (await inQueue(editor)).getByRole("link").first().click();
  await expect(editor).toHaveURL(/\/desk\/approvals\//);
  const lane = editor.url();
  const claimId = room.split("/").at(-1) ?? "";
  const passage = editor.locator(`a[href$="?claim=${claimId}"]`).first();
  const publish = `${(await passage.getAttribute("href"))?.split("?")[0] ?? ""}/publish`;
  await editor.goto(publish);
  await expect(editor.getByText(/1 verdict is not cleared/)).toBeVisible();
  await expect(editor.getByRole("button", { name: "Publish" })).toHaveCount(0);
  await editor.goto(lane);
  await editor.getByRole("button", { name: /^Clear/ }).click();
  await expect(editor.getByText(/^Cleared/).first()).toBeVisible();
  await editor.goto(publish);
  await editor.getByLabel("Headline").fill(`The vote of ${town}`);
  await editor.getByLabel("Summary").fill("What the council decided.");
  await editor.locator(`[name="shortClaim:${claimId}"]`).fill("The bridge was rejected");
  await editor.getByRole("button", { name: "Publish" }).click();
  await expect(editor).toHaveURL(/\/reports\//);

  // Readers see how it was settled, and the dissent.
  const reader = await visit("reader");
  await reader.goto("/");
  await reader.getByRole("link", { name: `The vote of ${town}` }).click();
  await expect(reader.getByText("two of 3 editors voted alike").first()).toBeVisible();
  await expect(reader.getByText(dissent).first()).toBeVisible();
  await expect(reader.getByText("Thea Voss").first()).toBeVisible();

  // The stories that come after this one find the desk as it was.
  await set({ intent: "review_rules", secondSees: "rationale", disputes: "editor" });
  await set({ intent: "require_clearance", on: "no" });
});
