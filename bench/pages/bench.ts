import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";

import { boardSize, listAddress, pageSize } from "~/domain/claim/list/claim-filter";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import { markToText, type PageMark } from "~/domain/page-mark";

import { median, quantile } from "../collab/statistics";
import { casesFor, type PageCase } from "./cases";
import { deskPages } from "./desk-pages";
import { measuredDesk, type MeasuredDesk } from "./measured-desk";
import { firstByteBudget, readersPages } from "./readers-pages";
import { everythingInMemory, everythingOverSql, filteredInMemory } from "./naive";

const { values } = parseArgs({
  options: {
    claims: { type: "string", default: "20000" },
    people: { type: "string", default: "200" },
    articles: { type: "string", default: "1000" },
    published: { type: "string", default: "5000" },
    script: { type: "string", default: "build/server/index.js" },
    runs: { type: "string", default: "21" },
  },
});
const size = {
  claims: Number(values.claims),
  people: Number(values.people),
  articles: Number(values.articles),
};
const runs = Number(values.runs);
const today = new Date().toISOString().slice(0, 10);
/** Milliseconds, at the median, that no list may exceed. */
const budget = 150;

/** What the page asks the database for, all at once, as its loader does. Answers with the number of rows read. */
async function ask({ ports }: MeasuredDesk, { filter, look }: PageCase, after: PageMark | null) {
  const list = ports.claimList;
  const listed =
    look === "board"
      ? list.board(filter, today, boardSize)
      : list.page(filter, today, { after, size: pageSize });
  const [{ rows: shown }, marks, counts, people, views, topics] = await Promise.all([
    listed,
    listed.then(({ rows }) => list.marks(rows.map(({ id }) => id))),
    list.counts(filter, today),
    ports.people.reviewers(),
    ports.claimViews.list(),
    ports.topics.list(),
  ]);
  const rows =
    shown.length +
    marks.drifted.length +
    marks.asking.length +
    Object.keys(counts).length +
    people.length +
    views.length +
    topics.length;
  return { rows, shown };
}

async function pageMarkAt({ ports }: MeasuredDesk, { filter, pagesDeep = 0 }: PageCase) {
  let mark: PageMark | null = null;
  for (let page = 0; page < pagesDeep; page += 1) {
    mark = (await ports.claimList.page(filter, today, { after: mark, size: pageSize })).next;
  }
  return mark;
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

const began = performance.now();
const desk = await measuredDesk(values.script, size, Number(values.published));
try {
  await desk.sql`update public.claims set lead_id = ${desk.personId} where id in (
    select id from public.claims where state = 'in_review' order by id limit 5)`;
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `${size.claims} claims, ${size.people} people, ${size.articles} articles, ready in ${seconds} s`,
  );
  const [known] = await desk.sql<{ person: string; article: string; topic: string }[]>`
    select c.lead_id as person, c.article_id as article, t.topic_id as topic
    from public.claims c join public.article_topics t on t.article_id = c.article_id
    where c.lead_id is not null and t.added_by <> ${desk.personId} limit 1`;
  if (!known) throw new Error("No claim has a lead and a topic");

  // The way one would begin, through supabase-js and, to be fair, over a bare connection.
  const overRest = await timed(() => everythingInMemory(desk.supabase));
  const overSql: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    overSql.push((await timed(() => everythingOverSql(desk.sql))).ms);
  }
  const all = overRest.value;

  const figures = [];
  for (const pageCase of casesFor(known)) {
    const after = await pageMarkAt(desk, pageCase);
    const address = listAddress(pageCase.filter, {
      view: pageCase.look,
      after: after && markToText(after),
    });
    const lists: number[] = [];
    const pages: number[] = [];
    let rows = 0;
    let shown: ClaimItem[] = [];
    for (let run = 0; run < runs + 2; run += 1) {
      const list = await timed(() => ask(desk, pageCase, after));
      ({ rows, shown } = list.value);
      const page = await timed(() => desk.page(address));
      // What is done for the first time is not what is measured.
      if (run < 2) continue;
      lists.push(list.ms);
      pages.push(page.ms);
    }
    const filtering = await timed(async () =>
      filteredInMemory(all, pageCase.filter, { today, me: desk.personId }),
    );
    figures.push({
      name: pageCase.name,
      list: { median: median(lists), p95: quantile(lists, 0.95) },
      page: { median: median(pages), p95: quantile(pages, 0.95) },
      claims: shown.length,
      rows,
      naive: { overRest: overRest.ms + filtering.ms, overSql: median(overSql) + filtering.ms },
      naiveRows: all.length,
    });
  }

  const round = (ms: number) => Math.round(ms * 10) / 10;
  console.log(
    "Milliseconds: what the page asks the database for; the whole page over HTTP; rows that leave the database;",
  );
  console.log(
    `and all ${all.length} claims filtered in memory, over a bare connection and through supabase-js`,
  );
  console.table(
    Object.fromEntries(
      figures.map(({ name, ...it }) => [
        name,
        {
          list: round(it.list.median),
          "list p95": round(it.list.p95),
          page: round(it.page.median),
          "page p95": round(it.page.p95),
          rows: it.rows,
          "naive, sql": round(it.naive.overSql),
          "naive, rest": round(it.naive.overRest),
        },
      ]),
    ),
  );
  const pages = [];
  for (const { name, address, as } of await deskPages(desk)) {
    const took: number[] = [];
    let bytes = 0;
    for (let run = 0; run < runs + 2; run += 1) {
      const page = await timed(() => desk.page(address, as));
      bytes = page.value;
      if (run >= 2) took.push(page.ms);
    }
    pages.push({ name, page: { median: median(took), p95: quantile(took, 0.95) }, bytes });
  }
  console.log(
    "Other pages of the same desk: milliseconds over HTTP, and kilobytes before compression",
  );
  console.table(
    Object.fromEntries(
      pages.map(({ name, page, bytes }) => [
        name,
        { page: round(page.median), "page p95": round(page.p95), kB: Math.round(bytes / 1000) },
      ]),
    ),
  );
  const read = await readersPages(desk, runs);
  console.log(
    `Pages for readers, ${values.published} verdicts published: milliseconds to the first byte at the median and kilobytes on the way; drawing every page anew is the plain way`,
  );
  console.table(
    Object.fromEntries(
      read.map(({ name, drawn, drawnUnchanged, again, unchanged, bytes }) => [
        name,
        {
          "drawn, 200": round(drawn.median),
          "drawn, 304": round(drawnUnchanged.median),
          "kept, 200": round(again.median),
          "kept, 304": round(unchanged.median),
          "kept, p95": round(Math.max(again.p95, unchanged.p95)),
          kB: round(bytes / 1000),
        },
      ]),
    ),
  );
  const late = read.filter((it) =>
    [it.again, it.unchanged].some((ms) => ms.median > firstByteBudget),
  );
  const load = os.loadavg()[0] ?? 0;
  console.log(`Load of the machine at the end: ${round(load)} on ${os.cpus().length} cores.`);
  const every = [...figures, ...pages];
  const slow = every.filter((it) => it.page.median > budget);
  console.log(
    slow.length === 0
      ? `Every page within ${budget} ms at the median; the slowest: ${Math.round(Math.max(...every.map((it) => it.page.median)))} ms.`
      : `Over ${budget} ms: ${slow.map(({ name }) => name).join(", ")}.`,
  );
  console.log(
    late.length === 0
      ? `Every first byte of a page that was drawn before within ${firstByteBudget} ms at the median.`
      : `First byte after more than ${firstByteBudget} ms: ${late.map(({ name }) => name).join(", ")}.`,
  );
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(
    "bench/results/pages.json",
    `${JSON.stringify({ at: new Date().toISOString(), size, runs, load, figures, pages, read }, null, 2)}\n`,
  );
  process.exitCode = slow.length + late.length === 0 ? 0 : 1;
} finally {
  await desk.close();
}
