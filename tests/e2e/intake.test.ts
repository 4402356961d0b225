import { claimRow, unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

const page404 = /Failed to load resource/;

test("a file is read, corrected by hand and frozen", async ({ enterAs }) => {
  const editor = await enterAs("editor");
  const town = unique("Filetown");
  await editor.goto("/desk/articles/new");
  await scanAxe(editor);
  await editor.getByText("Upload", { exact: true }).click();
  await editor.getByLabel("A file with the article").setInputFiles({
    name: "article.html",
    mimeType: "text/html",
    buffer: Buffer.from(`<!doctype html><html lang="en"><head><title>Bridge is off</title>
      <meta property="og:site_name" content="The Paper">
      <meta property="article:published_time" content="2024-02-05T10:00:00Z"></head>
      <body><nav>Menu</nav><article><h1>Bridge is off</h1>
      <p>The council of ${town} rejected the new bridge by 31 votes to 12 on Monday.</p>
      <p>The mayor said that the bridge would have cost 40 million euros over ten years.</p>
      <script>alert("never")</script><img src=x onerror="alert('never')"></article></body></html>`),
  });
  await editor.getByRole("button", { name: "Read the file" }).click();
  await expect(editor.getByRole("heading", { name: "Check what was read" })).toBeVisible();
  await expect(editor.getByRole("textbox", { name: /Outlet/ })).toHaveValue("The Paper");
  await expect(editor.getByLabel(/Published on/)).toHaveValue("2024-02-05");
  await expect(editor.getByRole("textbox", { name: "Text" })).not.toHaveValue(/Menu|never/);
  await scanAxe(editor);
  await editor.getByRole("textbox", { name: "Title" }).fill(`Bridge is off in ${town}`);
  await editor.getByRole("button", { name: "Save and find the claims" }).click();
  await expect(claimRow(editor, /31 votes to 12/).first()).toBeVisible();
});

test("what cannot be read is said beside its field, and nothing typed is lost", async ({
  baseURL,
  enterAs,
  problems,
}) => {
  problems.allow(page404);
  const editor = await enterAs("editor");

  await test.step("an empty text", async () => {
    await editor.goto("/desk/articles/new");
    await editor.getByRole("textbox", { name: "The article’s text" }).fill("   ");
    await editor.getByRole("button", { name: "Read the text" }).click();
    await expect(editor.getByText("Paste the article’s text.")).toBeVisible();
  });

  await test.step("a megabyte", async () => {
    const long = "The council met on Monday. ".repeat(40_000);
    await editor.goto("/desk/articles/new");
    await editor.getByRole("textbox", { name: "The article’s text" }).fill(long);
    await editor.getByRole("button", { name: "Read the text" }).click();
    await editor.getByRole("textbox", { name: "Title" }).fill("Too long");
    await editor.getByRole("button", { name: "Save and find the claims" }).click();
    await expect(editor.getByText(/200,000/).first()).toBeVisible();
    await expect(editor.getByRole("textbox", { name: "Title" })).toHaveValue("Too long");
    const kept = await editor.getByRole("textbox", { name: "Text" }).inputValue();
    expect(kept.length).toBeGreaterThan(1_000_000);
  });

  await test.step("a binary file", async () => {
    await editor.goto("/desk/articles/new");
    await editor.getByText("Upload", { exact: true }).click();
    await editor.getByLabel("A file with the article").setInputFiles({
      name: "article.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("%PDF-1.7\n%\u0000\u0001binary"),
    });
    await editor.getByRole("button", { name: "Read the file" }).click();
    await expect(editor.getByText(/PDF/).first()).toBeVisible();
  });

  await test.step("addresses that are not public pages", async () => {
    await editor.goto("/desk/articles/new");
    await editor.getByText("From the web", { exact: true }).click();
    const address = editor.getByLabel("The article’s address");
    for (const url of [
      new URL("/", baseURL?.replace("localhost", "127.0.0.1")).href,
      "http://localhost/",
      "http://[::1]/",
      "http://169.254.169.254/latest/meta-data/",
      "https://nothing.invalid/",
    ]) {
      await address.fill(url);
      await editor.getByRole("button", { name: "Fetch the page" }).click();
      await expect(editor.getByRole("alert")).toBeVisible();
      await expect(address).toHaveAttribute("aria-invalid", "true");
      await expect(address).toHaveValue(url);
    }
  });
});

test("a text in another language is taken in, and nothing is claimed of it", async ({
  enterAs,
}) => {
  const editor = await enterAs("editor");
  const title = unique("Der Rat");
  await editor.goto("/desk/articles/new");
  await editor
    .getByRole("textbox", { name: "The article’s text" })
    .fill(
      "Der Rat der Stadt lehnte die neue Brücke am Montag mit 31 zu 12 Stimmen ab. Die Bürgermeisterin sagte, die Brücke hätte 40 Millionen Euro gekostet.",
    );
  await editor.getByRole("button", { name: "Read the text" }).click();
  await expect(editor.getByRole("textbox", { name: /Language/ })).toHaveValue("de");
  await editor.getByRole("textbox", { name: "Title" }).fill(title);
  await editor.getByRole("button", { name: "Save and find the claims" }).click();
  await expect(editor.getByText("No claim was found in this article")).toBeVisible();
});

test("a form sent twice saves one article", async ({ enterAs }) => {
  const editor = await enterAs("editor");
  const title = unique("Twice");
  const form = {
    intent: "save",
    articleId: crypto.randomUUID(),
    title,
    language: "en",
    text: "The council of Springfield rejected the new bridge by 31 votes to 12 on Monday, all parties agree.",
  };
  const send = () =>
    editor.request
      .post("/desk/articles/new", { form, maxRedirects: 0 })
      .then((sent) => sent.status());
  expect(await Promise.all([send(), send()])).toEqual([302, 302]);
  await editor.goto("/desk/articles");
  await expect(editor.getByRole("link", { name: title })).toHaveCount(1);
});
