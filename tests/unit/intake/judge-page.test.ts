import { describe, expect, it } from "vitest";

import { readHtml } from "../../../server/intake";
import { page, paragraphs, sentence } from "./html-pages";

const kindOf = (html: string, url?: string): string => {
  const read = readHtml(html, url);
  return read.ok ? (read.value.notice === null ? "article" : "beginning") : read.error.kind;
};
const data = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", ...fields })}</script>`;
const long = paragraphs.repeat(6);

describe("a page that stands in place of an article", () => {
  it.each([
    [
      "challenge",
      `<title>Just a moment...</title><body><h1>daily.example</h1><p>Verifying you are human. This may take a few seconds.
       daily.example needs to review the security of your connection before proceeding.</p></body>`,
    ],
    [
      "challenge",
      page(
        "<title>daily.example</title>",
        `<p>Please enable cookies and confirm that you are not a robot by clicking the box below, then go on to the page.</p>
         <div class="px-captcha"></div>`,
      ),
    ],
    [
      "error_page",
      page(
        "<title>Page not found | The Daily</title>",
        `<p>Sorry, the page that you were looking for does not exist any more. Perhaps it was moved; try our search.</p>`,
      ),
    ],
    ["error_page", page("<title>404</title>", "<p>Nothing here.</p>")],
    ["error_page", page("<title>Error 503: Service Unavailable - The Daily</title>", paragraphs)],
    ["challenge", page("<title>Access Denied</title>", `<p>${sentence(1)}</p>`)],
    [
      "consent",
      page(
        "<title>The Daily</title>",
        `<h1>We value your privacy</h1><p>We and our 842 partners store and access cookies on your device for personalised
         advertising. You can accept all of them or manage your settings at any time.</p><button>Accept all</button>`,
      ),
    ],
    [
      "consent",
      page(
        "<title>The Daily</title>",
        `<p>Mit Werbung weiterlesen: Wir und unsere Drittanbieter verwenden Cookies. Sie können zustimmen oder ablehnen;
         mehr in unserer Datenschutzerklärung.</p>`,
      ),
    ],
    [
      "needs_script",
      `<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>
       <script src="/app.js"></script></body></html>`,
    ],
    ["needs_script", page("", `<div id="root"></div><script>render("${sentence(1)}")</script>`)],
    [
      "needs_script",
      page(
        "",
        "<p>JavaScript is required to view this page, so please enable JavaScript and load it again.</p>",
      ),
    ],
    ["paywall", page("", "<p>Subscribe to read on.</p>")],
    ["paywall", page(data({ isAccessibleForFree: false }), "<p>Log in.</p>")],
    ["no_text", page("", "<p>Home page of the council.</p>")],
  ])("is said to be %s (%#)", (kind, html) => {
    expect(kindOf(html)).toBe(kind);
  });

  it("is known by the service that asks for consent", () => {
    const html = page("", `<p>${sentence(1)} Cookies. Accept.</p>`);
    expect(kindOf(html, "https://consent.daily.example/collect")).toBe("consent");
    expect(kindOf(html, "https://daily.example/a")).toBe("article");
  });

  it("says what was found, that nothing was saved and what to do", () => {
    const read = readHtml(page("<title>404</title>", ""));
    expect(read).toMatchObject({
      ok: false,
      error: {
        message:
          "The site served a page about an error in place of an article. Nothing was saved. Check the address, or paste the text.",
      },
    });
  });
});

describe("an article behind a paywall", () => {
  it.each([
    ["says that it is not free", data({ isAccessibleForFree: false }), ""],
    ["says so in words", data({ isAccessibleForFree: "False" }), ""],
    [
      "says it of a part",
      data({
        isAccessibleForFree: true,
        hasPart: { isAccessibleForFree: "http://schema.org/False" },
      }),
      "",
    ],
    ["says so to social networks", '<meta property="article:content_tier" content="locked">', ""],
    ["says so in a microdata", '<meta itemprop="isAccessibleForFree" content="False">', ""],
    ["asks to subscribe", "", '<div class="paywall"><p>Subscribe to continue reading</p></div>'],
  ])("is given with a notice when the page %s", (_how, head, gate) => {
    const read = readHtml(page(head, paragraphs + gate));
    expect(read).toMatchObject({ ok: true });
    if (read.ok) {
      expect(read.value.notice).toMatch(/only the beginning/);
      expect(read.value.text).toContain(sentence(1));
    }
  });

  it("is taken for whole when it has the words it is said to have", () => {
    const words = (count: number) => data({ isAccessibleForFree: false, wordCount: count });
    expect(kindOf(page(words(130), paragraphs))).toBe("article");
    expect(kindOf(page(words(600), paragraphs))).toBe("beginning");
    expect(kindOf(page(words(3000), long))).toBe("beginning");
  });

  it("is taken for whole when it is long and nothing asks to subscribe", () => {
    expect(kindOf(page(data({ isAccessibleForFree: false }), long))).toBe("article");
    const gate = '<div id="tp-modal"><p>Already a subscriber? Log in.</p></div>';
    expect(kindOf(page(data({ isAccessibleForFree: false }), long + gate))).toBe("beginning");
  });
});

describe("an article about such things", () => {
  it.each([
    [
      "paywalls",
      "Readers must subscribe to continue reading, and the paywall is for subscribers only.",
    ],
    [
      "cookies",
      "Accept all cookies or manage settings: how partners use consent for advertising and privacy.",
    ],
    ["robots", "The site asks whether you are a human; a captcha shows who is not a robot."],
    ["scripts", "Browsers must enable JavaScript, and JavaScript is required by most sites."],
  ])("is an article: %s", (_about, text) => {
    expect(kindOf(page("<title>The web today</title>", `${long}<p>${text}</p>${long}`))).toBe(
      "article",
    );
  });

  it.each([
    "500 people rally in the square",
    "Not found guilty",
    "Access denied for reporters",
    "One more step towards peace",
    "Highway 404 is closed",
    "Error of judgment",
    "Forbidden books are read again",
  ])("is an article when it is short and called %s", (title) => {
    expect(kindOf(page(`<title>${title} | The Daily</title>`, paragraphs))).toBe("article");
  });

  it("is an article when it is free and only invites to subscribe", () => {
    const invitation =
      '<div class="paywall"><p>Subscribe to continue reading without ads</p></div>';
    expect(kindOf(page(data({ isAccessibleForFree: true }), paragraphs + invitation))).toBe(
      "article",
    );
  });
});
