import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, it } from "vitest";

import { ReportPage } from "~/components/public/report-page";
import { VerdictPage } from "~/components/public/verdict-page";
import { independenceOf } from "~/domain/evidence/independence";
import { parseRecord } from "~/domain/log/public-record";
import { rebuildReports } from "~/domain/log/rebuild-reports";
import { claimReview } from "~/domain/report/claim-review";
import type { Report } from "~/domain/report/report";

import { startDesk, type TestDesk } from "../../support/desk";
import { follow, newPublication, publishCorrection } from "../../support/publications";
import { cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
const slugs: string[] = [];
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  const after: ((claimId: string) => Promise<void>)[] = [
    async () => undefined,
    (claimId) => follow(people, claimId, "correct", "The date is “wrong” <b>"),
    async (claimId) => {
      await follow(people, claimId, "correct");
      await follow(people, claimId, "uphold");
    },
    (claimId) => publishCorrection(desk, people, claimId),
    async (claimId) => {
      await publishCorrection(desk, people, claimId);
      await follow(people, claimId, "retract", "It was somebody else");
    },
  ];
  for (const next of after) {
    const { claimId, slug } = await newPublication(desk, people, "Ĝis — “la revido” \\ 🌉");
    slugs.push(slug);
    await next(claimId);
  }
});
afterAll(() => desk.stop());

/** Everything that is published of a report: its pages and their JSON, each verdict's page and its ClaimReview. */
function pagesOf(report: Report): string[] {
  const pages = report.verdicts.flatMap((verdict) => [
    renderToStaticMarkup(
      createElement(VerdictPage, {
        ...{ verdict, report },
        independence: independenceOf(verdict.content.evidence),
      }),
    ),
    JSON.stringify(
      claimReview({ verdict, source: report.source, changes: [] }, "https://desk.test"),
    ),
  ]);
  return [
    JSON.stringify(report),
    renderToStaticMarkup(createElement(ReportPage, { report, sourcing: [], trail: [] })),
    ...pages,
  ];
}

it("every published page is rebuilt from the log byte for byte", async () => {
  const log = desk.anonymous.publicLog;
  const records = (await log.entries(0, 100)).map(({ record }) => {
    const parsed = parseRecord(record);
    if (!parsed.ok) throw new Error(parsed.error);
    return parsed.value;
  });
  const hashes = records.flatMap((it) => ("report" in it ? [it.report.source.sha256] : []));
  const texts = new Map<string, string>();
  for (const hash of hashes) texts.set(hash, (await log.text(hash)) ?? "gone");
  const rebuilt = rebuildReports(records, (sha256) => texts.get(sha256) ?? null);
  if (!rebuilt.ok) throw new Error(rebuilt.error);
  expect(rebuilt.value).toHaveLength(slugs.length);
  for (const slug of slugs) {
    const shown = await desk.anonymous.reports.find(slug);
    const again = rebuilt.value.find((report) => report.slug === slug);
    if (!shown || !again) throw new Error(`The report ${slug} is not there`);
    expect(pagesOf(again)).toEqual(pagesOf(shown));
  }
});
