import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { EvidenceList } from "~/components/verdict/evidence-item";
import { IndependenceMeter } from "~/components/verdict/independence-meter";
import { SourcingWords } from "~/components/verdict/sourcing-words";
import { MarkedArticle } from "~/components/public/marked-article";
import { RightOfReply } from "~/components/public/right-of-reply";
import { independenceOf } from "~/domain/evidence/independence";

import { evidence, sourcing } from "../../../support/drafts";
import { naughtyStrings } from "../../../support/naughty-strings";

/** Of the public lists (payloadbox, PayloadsAllTheThings, the big list of naughty strings): one of each kind. */
const payloads = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<a href=javascript:alert(1)>x</a>",
  "</textarea><script>alert(1)</script>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "jAva\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "${alert(1)}",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "\u202etest\u202e <img src=x onerror=alert(1)>",
  "-->'-alert(1)-'<!--",
  '<!--#exec cmd="/bin/echo"-->',
  "Ω≈ç√∫˜µ≤≥÷ \u0000 \ufeff ﷽",
];

test.each([...payloads, ...naughtyStrings])("%j runs nowhere that a source is shown", (payload) => {
  const item = evidence({
    ...{ id: payload, title: payload, url: payload, publisher: payload, excerpt: payload },
    ...{ locator: payload, note: payload, author: payload, accessedBy: payload },
    derivedFrom: `origin:${payload}`,
  });
  const all = [item, evidence({ id: "other", derivedFrom: `card:${payload}` })];
  const said = { singleSource: payload, otherSideWords: payload, otherSideBy: payload };
  const answer = { kind: "answered" as const, words: payload, answeredOn: "2024-02-02" };
  const asked = { channel: "email" as const, askedOn: "2024-02-01", dueOn: "2024-02-03" };
  const html = renderToStaticMarkup(
    <>
      <MarkedArticle text={payload} language="en" verdicts={[]} />
      <EvidenceList evidence={all} page="/claims/x" />
      <EvidenceList evidence={all} blind />
      <IndependenceMeter independence={independenceOf(all)} />
      <SourcingWords sourcing={sourcing(said)} />
      <RightOfReply replies={[{ ...asked, asked: payload, answer }]} />
    </>,
  );
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  expect(document.querySelectorAll("script, iframe, img, math, style, textarea")).toHaveLength(0);
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/i);
      if (name === "href") expect(value).toMatch(/^(https?:\/\/|\/claims\/x#|#)/);
    }
  }
});
