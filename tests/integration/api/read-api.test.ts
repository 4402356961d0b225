import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { apiDocument } from "~/web/api/document";
import { operations } from "~/web/api/operations";

import { apiRoutes } from "../../support/api-routes";
import { routeArguments, testSite } from "../../support/call-route";
import { startDesk, value, type TestDesk } from "../../support/desk";
import { follow, newPublication, publishCorrection } from "../../support/publications";
import { cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let standing: { claimId: string; slug: string };
let retracted: { claimId: string; slug: string };
const document = apiDocument(testSite);
const ajv = new Ajv2020({ strict: false });
addFormats(ajv);
ajv.addSchema({ $id: "openapi", ...document });

beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  standing = await newPublication(desk, people, "It stands");
  await publishCorrection(desk, people, standing.claimId);
  retracted = await newPublication(desk, people, "It is retracted");
  await follow(people, retracted.claimId, "retract", "The minutes were forged");
  await newPublication(desk, people, "A third one");
});
afterAll(() => desk.stop());

/** Asks an address as a stranger does. */
async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(address, testSite);
  for (const [path, { loader, action }] of apiRoutes) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
    const found = new RegExp(`^${path.replace(/\{\w+\}/g, "([^/]+)").replace(".", "\\.")}$`).exec(
      url.pathname,
    );
    if (!found) continue;
    const params = Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? ""]));
    const request = new Request(url, init);
    const handler = ["GET", "HEAD", "OPTIONS"].includes(request.method) ? loader : action;
    if (!handler) throw new Error(`Nobody answers ${request.method} ${path}`);
    return handler(routeArguments(request, desk.anonymous, { params }));
  }
  throw new Error(`There is no address ${address}`);
}

interface Listed {
  items: { slug: string; shortClaim: string; changedAt: string; rating: { id: string } | null }[];
  next: string | null;
}
const listed = async (address: string): Promise<Listed> => (await ask(address)).json();
const shorts = async (address: string) =>
  (await listed(address)).items.map(({ shortClaim }) => shortClaim);

function expectToFit(body: unknown, schema: string): void {
  const isValid = ajv.getSchema(`openapi#/components/schemas/${schema}`);
  expect(isValid?.(body), JSON.stringify(isValid?.errors)).toBe(true);
}

describe("the document", () => {
  test("is what every address that is read answers by, also for a verdict that is retracted", async () => {
    const [{ items }, reports] = [await listed("/api/claims"), await listed("/api/reports")];
    const claims = items.map(({ slug }) => slug);
    expect(claims).toHaveLength(3);
    const slugs = {
      "/api/claims/{slug}": claims,
      "/api/reports/{slug}": reports.items.map((r) => r.slug),
    };
    for (const { path, method, scope, answer } of operations) {
      if (method !== "get" || scope !== null) continue;
      for (const slug of slugs[path as keyof typeof slugs] ?? [""]) {
        const response = await ask(path.replace("{slug}", slug));
        expect(response.status, path).toBe(200);
        expectToFit(await response.json(), answer.name);
      }
    }
  });

  test("and its problems are RFC 9457, wherever something is wrong", async () => {
    const wrong: [string, number][] = [
      ["/api/claims/no-such-claim", 404],
      ["/api/reports/no-such-report", 404],
      ["/api/claims?rating=very_false", 400],
      ["/api/claims?limit=101", 400],
      ["/api/claims?limit=1&limit=2", 400],
      ["/api/claims?cursor=somewhere", 400],
      ["/api/claims?since=yesterday", 400],
      ["/api/claims?colour=red", 400],
      ["/api/corrections?cursor=0", 400],
      ["/api/ratings?x=1", 400],
    ];
    for (const [address, status] of wrong) {
      const response = await ask(address);
      expect(response.status, address).toBe(status);
      expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expectToFit(await response.json(), "Problem");
    }
    const posted = await ask("/api/claims", { method: "POST" });
    expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

describe("asking again", () => {
  test("answers 304 to who has it, and anew once something changed", async () => {
    const { headers } = await ask("/api/reports");
    const etag = headers.get("etag") ?? "";
    const again = () => ask("/api/reports", { headers: { "If-None-Match": etag } });
    expect((await again()).status).toBe(304);
    await newPublication(desk, people, "One more");
    expect((await again()).status).toBe(200);
    expect(headers.get("cache-control")).toBe("public, max-age=60, must-revalidate");
  });

  test("is allowed to the pages of others, with the ETag they have", async () => {
    const before = await ask("/api/claims", { method: "OPTIONS" });
    expect(before.status).toBe(204);
    expect(before.headers.get("access-control-allow-headers")).toContain("If-None-Match");
    expect(before.headers.get("access-control-allow-methods")).not.toContain("POST");
  });
});

describe("lists", () => {
  test("go on without a gap or a double, by the address that they give", async () => {
    for (const list of ["/api/claims", "/api/reports", "/api/corrections"]) {
      const all = (await listed(list)).items;
      const paged: unknown[] = [];
      for (let next: string | null = `${list}?limit=2`; next !== null;) {
        const response = await ask(next);
        const page: Listed = await response.json();
        paged.push(...page.items);
        expect(response.headers.get("link")).toBe(page.next && `<${page.next}>; rel="next"`);
        next = page.next;
      }
      expect(paged).toEqual(all);
      expect(all.length).toBeGreaterThan(2);
    }
  });

  test("say nothing of the rating and the summary of what is retracted, and no filter finds it by them", async () => {
    const { items } = await listed("/api/claims");
    const one = items.find(({ slug }) => slug === slugOf(items, "It is retracted"));
    expect(one).toMatchObject({ rating: null, summary: null, standing: "retracted" });
    const rated = new Set(items.flatMap(({ rating }) => (rating ? [rating.id] : [])));
    const found = await shorts(`/api/claims?rating=${[...rated].join(",")}`);
    expect(found).toHaveLength(items.length - 1);
    expect(found).not.toContain("It is retracted");
    expect(await shorts("/api/claims?rating=unproven")).toEqual([]);
  });

  test("are narrowed by topic, claimant and time", async () => {
    const { editor } = people;
    const topicId = crypto.randomUUID();
    await desk.sql`insert into public.topics (id, name, created_by)
      values (${topicId}, 'Bridges', ${editor.person.id})`;
    await desk.sql`insert into public.claim_topics (claim_id, topic_id, added_by)
      values (${standing.claimId}, ${topicId}, ${editor.person.id})`;
    const ofTopic = await listed("/api/claims?topic=bridges");
    expect(ofTopic.items).toMatchObject([
      { shortClaim: "The bridge was voted down", topics: ["Bridges"] },
    ]);
    expect(await shorts("/api/claims?topic=Tunnels")).toEqual([]);

    const [row] = await desk.sql`select content::jsonb -> 'claim' ->> 'claimant' as name
      from public.published_verdicts where claim_id = ${standing.claimId} and number = 1`;
    const claimant = row?.["name"];
    const said = await shorts(`/api/claims?claimant=${encodeURIComponent(String(claimant))}`);
    expect(said.length > 0).toBe(claimant !== null);
    expect(await shorts("/api/claims?claimant=Nobody")).toEqual([]);

    const all = (await listed("/api/claims")).items;
    const [newest] = all;
    expect(await shorts(`/api/claims?updated_since=${newest?.changedAt}`)).toHaveLength(1);
    expect(await shorts("/api/claims?since=2000-01-01")).toHaveLength(all.length);
    expect(await shorts("/api/claims?since=2999-01-01T00:00:00%2B02:00")).toEqual([]);
    expect((await listed("/api/reports?since=2999-01-01")).items).toEqual([]);
  });

  test("have nothing that is not published", async () => {
    const { claim } = await desk.newClaim(people.editor);
    value(await people.editor.ports.matches.importChecks([]));
    for (const list of ["/api/claims", "/api/reports", "/api/corrections"]) {
      expect(JSON.stringify(await listed(list))).not.toContain(claim.articleId);
    }
  });
});

const slugOf = (items: Listed["items"], short: string) =>
  items.find(({ shortClaim }) => shortClaim === short)?.slug;
