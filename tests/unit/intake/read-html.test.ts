import { describe, expect, it } from "vitest";

import type { ArticleDraft } from "~/domain/article/article";

import { readHtml } from "../../../server/intake";
import { page, paragraphs, sentence } from "./html-pages";

function draftOf(html: string, url?: string): ArticleDraft {
  const read = readHtml(html, url);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

describe("the text of a page", () => {
  it("stands in blocks, as a reader sees it", () => {
    const { text } = draftOf(
      page(
        "",
        `<h1>Budget approved</h1>
        <p>${sentence(1)}</p><p>${sentence(2)}
           and <b>more</b>,&nbsp;<i>much</i> more.</p>
        <h2>What follows</h2>
        <ul><li>${sentence(3)}</li><li><p>${sentence(4)}</p></li></ul>
        <ol><li>First ${sentence(5)}</li><li>Second ${sentence(6)}</li></ol>
        <blockquote><p>“We are glad,” the mayor said.</p></blockquote>
        <p>A line<br>another line<br><br>a paragraph.</p>`,
      ),
    );
    expect(text).toContain(
      [
        sentence(1),
        `${sentence(2)} and more, much more.`,
        "What follows",
        `- ${sentence(3)}\n- ${sentence(4)}`,
        `1. First ${sentence(5)}\n2. Second ${sentence(6)}`,
        "“We are glad,” the mayor said.",
        "A line\nanother line\n\na paragraph.",
      ].join("\n\n"),
    );
  });

  it("leaves out navigation, captions, asides, forms and footers", () => {
    const { text } = draftOf(
      page(
        "",
        `${paragraphs}<figure><img src="a.jpg" alt="Alt"><figcaption>Caption</figcaption></figure>
        <aside>Aside</aside><form><label>Label</label><button>Button</button></form>${paragraphs}`,
      ),
    );
    expect(text).not.toMatch(/Home|Caption|Alt|Aside|Label|Button|rights reserved/);
  });

  it("is read from a page whose author left out the usual tags", () => {
    const draft = draftOf(`<!doctype html><html lang=de><title>Titel</title>${paragraphs}`);
    expect(draft.title).toBe("Titel");
    expect(draft.language).toBe("de");
    expect(draft.text.split("\n\n")).toEqual([1, 2, 3, 4, 5, 6].map(sentence));
  });

  it("is the whole page when no article stands out", () => {
    const { text } = draftOf(
      `<nav>Menu</nav><div>${sentence(1)}</div><aside>More</aside><footer>Imprint</footer>`,
    );
    expect(text).toBe(sentence(1));
  });

  it("has its entities decoded once", () => {
    const { text } = draftOf(
      page(
        "",
        `<p>Fish &amp; chips &lt;b&gt; &#x41;&#66; &amp;lt; &eacute; &#0; &bogus;</p>${paragraphs}`,
      ),
    );
    expect(text).toContain("Fish & chips <b> AB &lt; é");
    expect(text).not.toContain("\u0000");
  });
});

describe("a page without an article", () => {
  it.each([
    "",
    "<html></html>",
    page("", ""),
    page("", "<p>Home page of the council.</p>"),
    page("", `<noscript>${sentence(1)}</noscript>`),
    "   \n ",
  ])("is said to have none (%#)", (html) => {
    expect(readHtml(html)).toEqual({
      ok: false,
      error: {
        kind: "no_text",
        message:
          "No article text was found on the page; it may be put there by a script, or stand behind a paywall. " +
          "Nothing was saved. Paste the text instead.",
      },
    });
  });
});

describe("what a page says about itself", () => {
  it("is read from meta tags", () => {
    const draft = draftOf(
      page(
        `<title>Budget approved | The Daily</title><meta property="og:site_name" content="The Daily">
        <meta property="og:title" content="Budget approved | The Daily"><meta name="author" content="By Ann Author">
        <meta property="article:published_time" content="2024-02-05T23:30:00-05:00">`,
        paragraphs,
        ' lang="en-GB"',
      ),
      "https://www.daily.example/budget",
    );
    expect(draft).toMatchObject({
      title: "Budget approved",
      byline: "Ann Author",
      outlet: "The Daily",
      publishedOn: "2024-02-05",
      language: "en",
      sourceUrl: "https://www.daily.example/budget",
      fetchedAt: null,
    });
  });

  it("is read from structured data, also in a graph", () => {
    const data = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebPage", name: "Not this" },
        {
          "@type": ["NewsArticle"],
          headline: "Budget approved – at last",
          author: [{ "@type": "Person", name: "Ann Author" }, { name: "Bo Writer" }],
          publisher: { "@type": "Organization", name: "The Daily" },
          datePublished: "2024-02-05",
        },
      ],
    };
    const draft = draftOf(
      page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`, paragraphs),
    );
    expect(draft).toMatchObject({
      title: "Budget approved – at last",
      byline: "Ann Author, Bo Writer",
      outlet: "The Daily",
      publishedOn: "2024-02-05",
    });
  });

  it("is read from a time element when nothing else tells", () => {
    const draft = draftOf(page("", `<time datetime="2024-02-05T10:00Z">today</time>${paragraphs}`));
    expect(draft.publishedOn).toBe("2024-02-05");
  });

  it("is passed over when it is broken", () => {
    const draft = draftOf(
      page(
        `<script type="application/ld+json">{"@type":"NewsArticle",</script>
        <script type="application/ld+json">{"@type":"NewsArticle","headline":7,"author":{"x":1},"datePublished":[]}</script>
        <meta property="article:published_time" content="2024-02-30"><meta name="author" content="https://a.example/ann">`,
        paragraphs,
        ' lang="<b>"',
      ),
    );
    expect(draft).toMatchObject({ byline: null, publishedOn: null, language: "en", outlet: null });
  });

  it("is the site's name when the outlet is not named", () => {
    expect(draftOf(page("", paragraphs), "https://www.daily.example/a").outlet).toBe(
      "daily.example",
    );
  });

  it("is cut to what an article may hold", () => {
    const long = "word ".repeat(2000);
    const draft = draftOf(
      page(
        `<meta property="og:title" content="${long}"><meta name="author" content="${long}">
        <meta property="og:site_name" content="Outlet ${long}">`,
        paragraphs,
      ),
    );
    expect(draft.title).toHaveLength(300);
    expect(draft.title.endsWith("…")).toBe(true);
    expect(draft.byline?.length).toBeLessThanOrEqual(200);
    expect(draft.outlet?.length).toBeLessThanOrEqual(200);
  });

  it.each(["javascript:alert(1)", "file:///etc/passwd", "https://user:pw@daily.example/"])(
    "has no source at %s",
    (url) => {
      expect(draftOf(page("", paragraphs), url).sourceUrl).toBeNull();
    },
  );
});
