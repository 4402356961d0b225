import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";

import { citationsOf } from "~/domain/evidence/citation";
import { digestMail, notificationMail, type MailedNotification } from "~/domain/notification/mail";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import { loader as reportJson } from "~/routes/reports.$slug[.]json";
import { bibtex } from "~/web/citations.server";
import { csvRows } from "~/web/claims-csv";
import { problemAnswer } from "~/web/problem-answer";

import { evidence } from "../../support/drafts";
import { memoryPorts } from "../../support/memory-ports";
import { naughtyStrings } from "../../support/naughty-strings";
import { publishedReport, reportSource } from "../../support/reports";

const hostile = [
  ...naughtyStrings,
  '=HYPERLINK("http://evil.example","x")',
  "\t=1+1",
  '"\r\n=1+1,"',
  "x\n-- \nCountersign. Choose what you are told: https://evil.example/",
  "\u001b[2Jcleared",
  "x}}\n@article{evil, title={y}",
];

const columns = {
  statement: (words) => ({ statement: words }),
  quote: (words) => ({ quote: words }),
  claimant: (words) => ({ claimant: words }),
  topics: (words) => ({ topics: [{ id: "t", name: words }] }),
  article: (words) => ({ articleTitle: words }),
  outlet: (words) => ({ outlet: words }),
  lead: (words) => ({ leadName: words }),
  second: (words) => ({ secondName: words }),
} satisfies Record<string, (words: string) => Partial<ClaimItem>>;
const item: ClaimItem = {
  ...{ id: "1", version: 1, state: "open", statement: "S", quote: "Q", claimant: null },
  ...{ type: "event", checkWorthiness: 0.5, priority: "normal", articleId: "a", topics: [] },
  ...{ articleTitle: "T", outlet: null, leadId: null, leadName: null, secondId: null },
  ...{ secondName: null, recusedIds: [], dueOn: null },
  ...{ createdAt: "2026-11-01T00:00:00Z", updatedAt: "2026-11-01T00:00:00Z" },
};

/** As RFC 4180 has it, read by somebody else than who wrote it. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gs,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.slice(0, -1);
}

test.each(Object.entries(columns))(
  "the column of the %s stays one cell of one row, and is no formula",
  (_name, changes) => {
    for (const words of hostile) {
      const [cells, ...others] = cellsOf(csvRows([{ ...item, ...changes(words) }], []));
      expect(others, words).toEqual([]);
      expect(cells, words).toHaveLength(17);
      for (const cell of cells ?? [])
        expect(cell).not.toMatch(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/);
    }
  },
);

test("an answer to a program holds the words and nothing else, as JSON", async () => {
  for (const words of hostile) {
    const answer = problemAnswer(
      422,
      "The article cannot be read",
      words,
      {},
      { errors: { title: [words] } },
    );
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
    expect(await answer.json()).toMatchObject({ detail: words, errors: { title: [words] } });
  }
});

test("a report for machines holds the words and nothing else, as JSON", async () => {
  const { ports } = memoryPorts([]);
  for (const words of hostile) {
    const report = publishedReport({
      ...{ headline: words, summary: words, publishedBy: words },
      source: reportSource({ title: words, text: words }),
    });
    const args: LoaderFunctionArgs = {
      request: new Request("http://desk.test/reports/rome.json"),
      params: { slug: "rome" },
      context: {
        ...{
          person: null,
          outage: false,
          publicUrl: "http://desk.test",
          cspNonce: "",
          hasJobs: true,
        },
        session: { signIn: async () => false, signOut: async () => undefined },
        ports: {
          ...ports,
          captures: { ...ports.captures, published: async () => [] },
          reports: { ...ports.reports, find: async () => report, trail: async () => [] },
        },
      },
    };
    const answer = await reportJson(args);
    expect(answer.headers.get("Content-Type")).toMatch(/^application\/json/);
    expect(await answer.json()).toMatchObject({ headline: words, source: { text: words } });
  }
});

test("the citations of a source stay one entry each, and no address in them runs", () => {
  for (const words of hostile) {
    const some = words || "x";
    const items = citationsOf([
      {
        page: "https://desk.example/claims/rome",
        evidence: [
          evidence({
            ...{ id: some, title: words, url: words, publisher: words, locator: words },
            ...{ author: some, derivedFrom: "origin:DPA" },
          }),
          evidence({ id: "another" }),
        ],
      },
    ]);
    expect(JSON.parse(JSON.stringify(items))).toHaveLength(2);
    for (const { URL: link } of items) expect(link ?? "https://").toMatch(/^https?:\/\//);
    const written = bibtex(items);
    expect(written.match(/^\s*@/gm), words).toHaveLength(2);
    const braces = written.replace(/\\[{}]/g, "").match(/[{}]/g) ?? [];
    let depth = 0;
    const depths = braces.map((brace) => (depth += brace === "{" ? 1 : -1));
    expect(Math.min(...depths), words).toBe(0);
    expect(depth, words).toBe(0);
    expect(written.match(/\\(?:input|include|write|immediate|def|csname)\b/), words).toBeNull();
  }
});

test("the plain part of a letter keeps its lines, and holds no letter that steers a screen", () => {
  const letter = (words: string) => ({
    ...{ id: "1", to: { name: words, address: "a@example.org" }, site: "https://desk.example" },
  });
  const told = (words: string): MailedNotification => ({
    ...{ kind: "assigned", claimId: "c", commentId: null, dueOn: null, note: null },
    ...{ at: "2026-11-28T10:00:00Z", statement: words, byName: words },
  });
  const linesOf = (text: string) => text.split("\n").length;
  const plain = notificationMail(letter("Ann"), told("It rained.")).text;
  for (const words of hostile) {
    const { text } = notificationMail(letter(words), told(words));
    expect(linesOf(text), words).toBe(linesOf(plain));
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    const noted = { ...told(words), kind: "handed_over" as const, note: words };
    const day = digestMail(letter(words), [noted, told(words)]).text;
    expect(day.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(day.endsWith("Choose what you are told: https://desk.example/desk/settings\n")).toBe(
      true,
    );
    expect(day.match(/^-- $/gm), words).toHaveLength(1);
  }
});
