import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { PublishedCapturesContext } from "~/components/public/published-captures";
import { ReportSources } from "~/components/public/report-sources";
import type { PublishedCapture } from "~/domain/evidence/published-capture";
import { plainWords } from "~/web/capture-page";

import { evidence } from "../../../support/drafts";
import { publishedVerdict, reportSource } from "../../../support/reports";

const address = "https://n.example/a";
const base: PublishedCapture = {
  ...{ id: "c1", claimId: "k1", address, fetchedAt: "2026-01-02T00:00:00.000Z" },
  ...{ bodySha256: "b".repeat(64), textSha256: "d".repeat(64) },
  ...{ warcSha256: "e".repeat(64), warcBytes: 2048 },
  ...{ outcome: null, lookedAt: null, isOffered: false, later: null, withheldAt: null },
};

function shown(capture: PublishedCapture) {
  const verdict = publishedVerdict({
    claimId: "k1",
    slug: "it-rained",
    draft: { evidence: [evidence({ url: address })] },
  });
  const html = renderToStaticMarkup(
    <PublishedCapturesContext.Provider value={{ slugs: { k1: "it-rained" }, captures: [capture] }}>
      <ReportSources source={reportSource()} verdicts={[verdict]} />
    </PublishedCapturesContext.Provider>,
  );
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const line = document.querySelector("[data-capture]");
  const links = [...(line?.querySelectorAll("a") ?? [])].map((one) => one.getAttribute("href"));
  return { words: line?.textContent ?? "", links };
}

describe("the sources of a report", () => {
  it("say when each was captured, and offer nothing that the desk does not offer", () => {
    const { words, links } = shown(base);
    expect(words).toMatch(/^Captured 2 Jan(uary)? 2026/);
    expect(links).toEqual([]);
  });

  it("say what became of a source, and offer what it said before and says since, each with its time", () => {
    const { words, links } = shown({
      ...base,
      ...{ outcome: "changed", lookedAt: "2026-04-02T00:00:00.000Z", isOffered: true },
      later: {
        ...{ fetchedAt: "2026-04-02T00:00:00.000Z", textSha256: null },
        ...{ warcSha256: "f".repeat(64), warcBytes: 10 },
      },
    });
    expect(words).toMatch(/changed since.*2 Apr.*Captured 2 Jan.*As it is since, captured 2 Apr/s);
    expect(links).toEqual([
      "/claims/it-rained/captures/c1/text",
      "/claims/it-rained/captures/c1",
      "/claims/it-rained/captures/c1/later",
    ]);
  });
});

describe("a capture that is withheld", () => {
  it("is told with its time and its hash, and offered nowhere", () => {
    const { words, links } = shown({
      ...{ ...base, outcome: "gone", lookedAt: "2026-04-02T00:00:00.000Z" },
      withheldAt: "2026-05-02T00:00:00.000Z",
    });
    const said = [
      "What it said before is withheld.",
      "Captured 2 Jan",
      "eeee",
      "has withheld",
      "2 May",
    ];
    const places = said.map((part) => words.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(links).toEqual([]);
  });
});

describe("the words of a capture", () => {
  it("are handed to a browser as words and nothing else", async () => {
    const answer = plainWords("<script>alert(1)</script>");
    expect(await answer.text()).toBe("<script>alert(1)</script>");
    expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(answer.headers.get("Content-Security-Policy")).toMatch(/^sandbox; default-src 'none'/);
  });
});
