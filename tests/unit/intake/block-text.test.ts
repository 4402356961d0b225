import { describe, expect, it } from "vitest";

import { blockText, linesIn } from "../../../server/intake/block-text";
import { parsePage } from "../../../server/intake/parse-page";

function textOf(html: string): string {
  const page = parsePage(html);
  if (!page.ok) throw new Error(page.error.message);
  return blockText(page.value.body);
}

describe("blockText", () => {
  it.each([
    ["<p>a<aside>x</aside><nav>x</nav><figure>x<figcaption>x</figcaption></figure>", "a"],
    ["<figure><table><tr><td>a</td></tr></table><figcaption>x</figcaption></figure>", "a"],
    ["<p>a</p><script>x</script><style>x</style><form>x</form><footer>x</footer>", "a"],
    ["a <b>b</b>\n  c&nbsp; d", "a b c d"],
    ["<div><div>a</div></div><div>b</div>", "a\n\nb"],
    ["<ul><li>a<li><p>b</p><p>c</p><li></li><li>d</ul>e", "- a\n- b\n\nc\n- d\n\ne"],
    ["<ol><li>a<ul><li>b</ul><li>c</ol>", "1. a\n\n- b\n2. c"],
    ["<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a b\n1 2"],
    ["<pre>a\n  b</pre>", "a\nb"],
    ["a<br>b<br/><br>c", "a\nb\n\nc"],
    ["<p><br>a <a href=x>b<br>c</a></p><p>d", "a b\nc\n\nd"],
    ["", ""],
  ])("of %j", (html, text) => {
    expect(textOf(html)).toBe(text);
  });
});

describe("linesIn", () => {
  it("tells which share of the letters is in links", () => {
    const page = parsePage(
      "<p>abc <a href=x>de<b>f</b></a></p><p><a href=x>all</a></p><p>none</p>",
    );
    if (!page.ok) throw new Error(page.error.message);
    expect(linesIn(page.value.body).map(({ linked }) => linked)).toEqual([0.5, 1, 0]);
  });
});
