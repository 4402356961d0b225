import {
  claimRow,
  acceptAndAssign,
  clearFromQueue,
  openRoom,
  pasteArticle,
  rationale,
  saved,
  stateOf,
  summary,
  unique,
  writeVerdict,
} from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

const people = { lead: /Lena Fischer/, second: /Sam Okoro/ };

const text = (town: string) => `Bridge is off, council says

The council of ${town} rejected the new bridge by 31 votes to 12 on Monday.

Mayor Ann Smith said that the bridge would have cost 40 million euros.

Read more: The long history of the bridge

It is a beautiful town that deserves better.`;

test("an article becomes a published report: three people, eight steps", async ({
  enterAs,
  visit,
}) => {
  test.setTimeout(120_000);
  const town = unique("Bridgetown");
  const title = `Bridge is off in ${town}`;
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const second = await enterAs("second");

  await test.step("the editor takes the article in, and it is split into claims", async () => {
    await pasteArticle(editor, { title, text: text(town) });
    await expect(claimRow(editor, /31 votes to 12/).first()).toBeVisible();
    await expect(claimRow(editor, /40 million euros/).first()).toBeVisible();
    await expect(claimRow(editor, /Read more|beautiful/)).toHaveCount(0);
    await scanAxe(editor);
  });

  let room = "";
  await test.step("accepts one and gives it to a lead and a second reviewer", async () => {
    room = await acceptAndAssign(editor, /31 votes to 12/, people);
  });

  await test.step("the lead finds it in the queue, and both write in the room at once", async () => {
    await lead.goto("/desk");
    await lead
      .getByRole("link", { name: new RegExp(town) })
      .first()
      .click();
    await expect(lead).toHaveURL(new RegExp(room));
    await openRoom(lead, room);
    await openRoom(editor, room);
    await expect(lead.getByText("Edda Brandt (demo)", { exact: true })).toBeVisible();
    await writeVerdict(lead, { rating: "Mostly true", summary: "The vote was as reported." });
    await expect(summary(editor)).toHaveValue("The vote was as reported.");
    await expect(editor.getByRole("radio", { name: /^Mostly true/ })).toBeChecked();
    await rationale(editor).click();
    await editor.keyboard.press("Control+End");
    await editor.keyboard.type(" And so does the paper.");
    await expect(rationale(lead)).toContainText("And so does the paper.");
    await saved(editor);
    await scanAxe(lead);
  });

  await test.step("the second reviewer is kept out of the room while it is written", async () => {
    await second.goto(room);
    await expect(second.getByText("Your turn comes after the lead’s")).toBeVisible();
    const sent = await (await second.request.get(room)).text();
    expect(sent.includes("The vote was as reported.")).toBe(false);
  });

  await test.step("the lead submits, with a reason", async () => {
    await lead.getByText("Add a reason", { exact: true }).click();
    await lead.getByLabel("Reason, kept in the trail").fill("The minutes are in.");
    await lead.getByRole("button", { name: "Submit for the second review" }).click();
    await expect(stateOf(lead)).toContainText("Second review");
  });

  await test.step("the second decides blind, sees the first verdict, and signs it", async () => {
    await second.goto("/desk");
    await second
      .getByRole("link", { name: new RegExp(town) })
      .first()
      .click();
    await expect(second.getByRole("link", { name: "Minutes of the council" })).toBeVisible();
    const sent = await (await second.request.get(room)).text();
    const secrets = [
      "The vote was as reported.",
      "This settles it.",
      "The minutes are in.",
      // The stance as data; the word also stands in the definition of a rating.
      'refutes\\"',
    ];
    expect(secrets.filter((secret) => sent.includes(secret))).toEqual([]);
    expect(sent).toContain("Minutes of the council");
    expect(sent).toContain("The minutes of the council say so");
    await scanAxe(second);
    await second.getByRole("radio", { name: /^Mostly true/ }).check();
    await second.getByLabel("Why", { exact: true }).fill("I read the minutes myself.");
    await second.getByRole("button", { name: "Give my verdict and see the first" }).click();
    await expect(second.getByText("Both ratings are the same")).toBeVisible();
    await expect(second.getByText("The vote was as reported.").first()).toBeVisible();
    await scanAxe(second);
    await second.getByRole("button", { name: "Sign off" }).click();
    await expect(stateOf(second)).toContainText("Approved");
    await expect(second.getByText("saying: “The minutes are in.”")).toBeAttached();
  });

  let report = "";
  await test.step("the editor publishes", async () => {
    await clearFromQueue(editor, town);
    await editor
      .getByRole("link", { name: new RegExp(town) })
      .first()
      .click();
    await editor.getByLabel("Headline").fill(`The bridge vote in ${town}`);
    await editor.getByLabel("Summary").fill("What the council decided, and by how much.");
    await editor.locator('[name^="shortClaim:"]').fill("The council rejected the bridge 31 to 12");
    await scanAxe(editor);
    await editor.getByRole("button", { name: /^Publish/ }).click();
    await expect(editor).toHaveURL(/\/reports\//);
    report = new URL(editor.url()).pathname;
  });

  await test.step("a reader without JavaScript reads it, with its trail in words", async () => {
    const reader = await visit("reader", { javaScriptEnabled: false });
    await reader.goto(report);
    await expect(reader.getByRole("heading", { level: 1 })).toContainText(town);
    await reader.getByText(/recorded steps/).click();
    for (const sentence of [
      /submitted the verdict/,
      /gave the second verdict/,
      /signed the verdict/,
      /published the report/,
    ]) {
      await expect(reader.getByText(sentence).first()).toBeVisible();
    }
    await reader.locator('a[href^="/claims/"]').first().click();
    await expect(reader.getByText("Lena Fischer (demo)").first()).toBeVisible();
    await expect(
      reader.getByText("The minutes of the council say so.", { exact: false }),
    ).toBeVisible();
    await expect(reader.locator('script[type="application/ld+json"]')).toHaveCount(1);
  });

  await test.step("and the room tells the whole story in words", async () => {
    await editor.goto(room);
    for (const sentence of [/assigned the claim/, /submitted version 1/, /signed/, /published/]) {
      await expect(editor.getByText(sentence).first()).toBeVisible();
    }
  });
});

test("two ratings that differ are compared, discussed, and settled by the editor", async ({
  enterAs,
}) => {
  test.setTimeout(90_000);
  const town = unique("Quarrelton");
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const second = await enterAs("second");
  await pasteArticle(editor, { title: `Bridge is off in ${town}`, text: text(town) });
  const room = await acceptAndAssign(editor, /31 votes to 12/, people);
  await openRoom(lead, room);
  await writeVerdict(lead, { rating: "Mostly true", summary: "The vote was as reported." });
  await expect(lead.getByText("do not name your rating in it")).toBeVisible();
  await lead.getByRole("button", { name: "Submit for the second review" }).click();
  await expect(stateOf(lead)).toContainText("Second review");

  await second.goto(room);
  await second.getByRole("radio", { name: /^Misleading/ }).check();
  await second.getByLabel("Why", { exact: true }).fill("It leaves out the abstentions.");
  await second.getByLabel("1. Minutes of the council").selectOption("context");
  await second.getByText("Sources that you found yourself").click();
  await second
    .getByLabel(/^Address/)
    .first()
    .fill("https://paper.example/abstentions");
  await second.getByRole("button", { name: "Give my verdict and see the first" }).click();
  await expect(stateOf(second)).toContainText("Disputed");

  await test.step("all three see where the verdicts part, and talk about it", async () => {
    const within = (page: typeof editor, title: string) =>
      page
        .locator("section")
        .filter({ has: page.getByRole("heading", { name: title, exact: true }) });
    await expect(within(second, "Only the second").last()).toContainText("paper.example");
    await expect(within(second, "Read differently").last()).toContainText("Refutes");
    const say = async (page: typeof editor, words: string) => {
      await page.getByLabel("Say something").fill(words);
      await page.getByRole("button", { name: "Say it" }).click();
      // Others can read it then.
      await expect(page.getByText(words)).toBeVisible();
    };
    await say(second, "Twelve abstained.");
    await lead.goto(room);
    await expect(lead.getByText("Twelve abstained.")).toBeVisible();
    await lead.getByLabel("What convinced you?").fill("Not convinced yet");
    await say(lead, "They were not counted.");
    await scanAxe(lead);
    // Shown without a reload.
    await expect(second.getByText("They were not counted.")).toBeVisible();
    await expect(
      second.getByRole("button", { name: "Move to this rating and sign" }),
    ).toBeVisible();
  });

  await editor.goto(room);
  await expect(editor.getByText("It leaves out the abstentions.").first()).toBeVisible();
  await expect(editor.getByText("They were not counted.")).toBeVisible();
  await scanAxe(editor);
  await editor.getByRole("radio", { name: /^Half true/ }).check();
  await editor.getByLabel("Reason", { exact: true }).fill("Both have a point.");
  await editor.getByRole("button", { name: "Decide and sign" }).click();
  await expect(stateOf(editor)).toContainText("Approved");

  await test.step("reopening voids the signature, visibly", async () => {
    await editor.getByText("Reopen the review").click();
    await editor.getByLabel("Why is it reopened?").fill("A source was withdrawn.");
    await editor.getByRole("button", { name: "Reopen and void the signatures" }).click();
    await expect(stateOf(editor)).toContainText("In review");
    await lead.goto(room);
    await expect(
      lead.getByText(/^(?:Warning: )?The signature of Edda Brandt .* is void\.$/),
    ).toBeVisible();
    await expect(lead.getByText("“A source was withdrawn.”").first()).toBeVisible();
    await scanAxe(lead);
    await openRoom(lead, room);
    await rationale(lead).click();
    await lead.keyboard.press("Control+End");
    await lead.keyboard.type(" One source fewer.");
    await saved(lead);
    await lead.getByRole("link", { name: "What changed since it was signed" }).click();
    await expect(lead.getByRole("heading", { name: "What changed" })).toBeVisible();
    await expect(lead.locator("ins")).toContainText("One source fewer.");
    await expect(lead.getByLabel("Compare with")).toContainText("version 1 of the verdict");
  });
});
