import { parseHTML } from "linkedom";
import { expect, test } from "vitest";

import { scriptSafeJson } from "~/domain/report/script-safe-json";
import { attachment } from "~/web/capture-page";

import { naughtyStrings } from "../../support/naughty-strings";

test.each(naughtyStrings)("%j stays words in JSON-LD and in the name of a file", (payload) => {
  const { document } = parseHTML(
    `<html><body><script>${scriptSafeJson({ payload })}</script></body></html>`,
  );
  expect(document.querySelectorAll("body *")).toHaveLength(1);
  expect(JSON.parse(document.querySelector("script")?.textContent ?? "")).toEqual({ payload });
  const { headers } = attachment(new Uint8Array(), payload, "application/pdf");
  expect(headers.get("Content-Disposition")).toMatch(/^attachment; filename="[\w.-]*"$/);
});
