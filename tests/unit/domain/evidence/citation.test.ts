import { expect, test } from "vitest";

import { citationsOf, evidenceAddress } from "~/domain/evidence/citation";
import { addressesIn } from "~/domain/evidence/pasted-addresses";
import { bibtex, citationFile } from "~/web/citations.server";

import { evidence } from "../../../support/drafts";

const page = "https://desk.example/claims/bridge";

test("a source is written as CSL-JSON with its lasting address, and each once", () => {
  const item = evidence({ author: "Ada Writer", derivedFrom: "origin:DPA" });
  const found = citationsOf([
    { page, evidence: [item] },
    { page, evidence: [item] },
  ]);
  expect(found).toEqual([
    {
      id: "e1",
      type: "webpage",
      title: "Minutes of the council",
      author: [{ literal: "Ada Writer" }],
      publisher: "Council",
      URL: "https://council.example/minutes",
      issued: { "date-parts": [[2024, 2, 1]] },
      accessed: { "date-parts": [[2024, 2, 5]] },
      note: `p. 3. Derived from DPA. ${evidenceAddress(page, "e1")}`,
    },
  ]);
});

test("BibTeX from hostile words stays one entry for each source", () => {
  const hostile = 'x}, note = {"\n@article{evil, title={\\input{/etc/passwd}} % $';
  const written = bibtex(
    citationsOf([
      {
        page,
        evidence: [
          evidence({ id: "a b}", title: hostile, author: hostile, url: "https://a.example/?q=}" }),
          evidence(),
        ],
      },
    ]),
  );
  expect(written.match(/^@/gm)).toHaveLength(2);
  expect(written).not.toContain("\\input{");
  expect(written).not.toMatch(/^\s*@article/m);
  let depth = 0;
  for (const [brace] of written.replace(/\\[{}]/g, "").matchAll(/[{}]/g)) {
    depth += brace === "{" ? 1 : -1;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
});

test("links that run script are in no citation, and a file's name holds nothing of the sort", () => {
  const [item] = citationsOf([{ page, evidence: [evidence({ url: "javascript:alert(1)" })] }]);
  expect(item).not.toHaveProperty("URL");
  const file = citationFile("[]", "application/json", 'a"\r\nX: y/../', "json");
  expect(file.headers.get("Content-Disposition")).toBe(
    'attachment; filename="sources-a-X-y-.json"',
  );
});

test.each([
  ["https://a.example/x", ["https://a.example/x"]],
  [
    "See https://a.example/x\nhttps://b.example and text",
    ["https://a.example/x", "https://b.example/"],
  ],
  ["https://a.example/x#one https://a.example/x#two", ["https://a.example/x#two"]],
  ["javascript:alert(1) data:text/html,x file:///etc/passwd https://u:p@a.example", []],
  ["no address", []],
])("of %j these addresses are taken", (pasted, expected) => {
  expect(addressesIn(pasted)).toEqual(expected);
});
