import { parseHTML } from "linkedom";
import { expect, test } from "vitest";

import { bookmarkletCode } from "~/components/desk/bookmarklet";
import { downloadName } from "~/domain/article/original";
import { richText } from "~/domain/article/rich-text";
import { sharedLink } from "~/domain/article/shared-link";

test("rich text keeps headings and paragraphs, and of links and scripts only words or nothing", () => {
  const { document } = parseHTML(
    `<html><body><style>p{}</style><h1>Budget</h1><p>The <b>council</b>
      <a href="javascript:x">met</a>.<br>Late.</p><script>alert(1)</script><ul><li>One</li><li>Two</li></ul>
      <img src="x" onerror="alert(1)"></body></html>`,
  );
  expect(richText(document.body)).toBe("Budget\n\nThe council met.\nLate.\n\nOne\n\nTwo");
});

test("what is shared gives an address wherever the phone puts it, and no other kind of one", () => {
  const shared = (params: Record<string, string>) => sharedLink(new URLSearchParams(params));
  const url = "https://n.example/a";
  expect(shared({ url, text: "marked" })).toEqual({ url, text: "marked" });
  expect(shared({ text: url })).toEqual({ url, text: "" });
  expect(shared({ text: `Look: ${url}` })).toEqual({ url, text: `Look: ${url}` });
  expect(shared({ url: "javascript:alert(1)" })).toEqual({ url: "", text: "" });
});

test("an original is saved under a name of ours, and the bookmark quotes the desk’s address", () => {
  expect(downloadName("1", "text/html; charset=utf-8")).toBe("original-1.html");
  expect(downloadName("1", "constructor")).toBe("original-1.bin");
  expect(bookmarkletCode('https://d.example/"+x')).toContain(
    String.raw`"https://d.example/\"+x/desk`,
  );
});
