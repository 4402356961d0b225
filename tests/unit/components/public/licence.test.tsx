import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { Licence } from "~/components/public/licence";
import { reportMarkup } from "~/domain/report/report-markup";
import { licenceNames, licences } from "~/domain/site/licence";

import { readConfig } from "../../../../server/config";
import { publishedReport } from "../../../support/reports";

const drawn = (...[props]: Parameters<typeof Licence>) =>
  parseHTML(`<html><body>${renderToStaticMarkup(<Licence {...props} />)}</body></html>`).document
    .body;

test.each(licenceNames)("%s is named, led to, and in the markup of a report", (licence) => {
  const { url, label, words } = licences[licence];
  const body = drawn({ licence, outlet: "The Bridge" });
  expect(body.querySelector("a[rel=license]")?.getAttribute("href")).toBe(url);
  expect(body.textContent).toContain(`licensed under ${label}. ${words}`);
  expect(body.textContent).toContain("belong to The Bridge");
  expect(
    JSON.stringify(reportMarkup(publishedReport(), [], "https://desk.test", licence)),
  ).toContain(`"license":"${url}"`);
});

test("without one all rights are reserved, and no licence is claimed", () => {
  const body = drawn({ licence: null, outlet: null });
  expect(body.textContent).toContain("reserved");
  expect(body.querySelector("a")).toBeNull();
  expect(JSON.stringify(reportMarkup(publishedReport(), [], "https://desk.test"))).not.toContain(
    "license",
  );
});

test("the setting is one of them, or the start is refused with its name", () => {
  expect(readConfig({ CONTENT_LICENCE: "CC0-1.0" }).licence).toBe("CC0-1.0");
  expect(readConfig({}).licence).toBeNull();
  expect(() => readConfig({ CONTENT_LICENCE: "WTFPL" })).toThrow(/CONTENT_LICENCE/);
});
