import { parseHTML } from "linkedom";
import { expect, test } from "vitest";

import { scriptSafeJson } from "~/domain/report/script-safe-json";
import { attachment, picture } from "~/web/capture-page";

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

test("bytes from outside are saved and not shown, pictures of the desk are shown, and neither may do anything", () => {
  const file = attachment(new Uint8Array([1]), "a.pdf", "application/pdf");
  const drawn = picture(new Uint8Array([1]), "a.png");
  expect(file.headers.get("Content-Disposition")).toBe('attachment; filename="a.pdf"');
  expect(drawn.headers.get("Content-Disposition")).toBe('inline; filename="a.png"');
  expect(drawn.headers.get("Content-Type")).toBe("image/png");
  for (const { headers } of [file, drawn]) {
    expect(headers.get("Content-Security-Policy")).toBe(
      "sandbox; default-src 'none'; frame-ancestors 'none'",
    );
    expect(headers.get("Cache-Control")).toBe("private, no-store");
  }
});
