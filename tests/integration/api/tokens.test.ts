import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { manageTokens } from "~/commands/manage-tokens";
import { tokenScopeNames, tokenScopes, type TokenScope } from "~/domain/people/api-token";
import { may } from "~/domain/people/permissions";
import { loader } from "~/routes/api.desk.claims";

import { routeArguments, testSite } from "../../support/call-route";
import { startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

const make = async (maker: Actor, scopes: readonly TokenScope[] = ["claims:read"]) =>
  value(await maker.ports.tokens.make(`Program ${randomUUID().slice(0, 8)}`, 1, scopes));

/** Asks for the desk’s claims as a program does. */
const ask = (token: string | null, query = "", headers: Record<string, string> = {}) =>
  loader(
    routeArguments(
      new Request(`${testSite}/api/desk/claims${query}`, {
        headers: { ...(token !== null && { Authorization: `Bearer ${token}` }), ...headers },
      }),
      desk.anonymous,
    ),
  );

interface Listed {
  items: { id: string; state: string }[];
  next: string | null;
}
const listed = async (token: string, query = ""): Promise<Listed> => {
  const answer = await ask(token, query);
  expect(answer.status).toBe(200);
  return answer.json();
};

describe("scopes", () => {
  test("are the same here and in Postgres, with the role that each needs", async () => {
    const rows = await desk.sql`select scope, least_role from app_private.token_scopes order by 1`;
    expect(rows.map(({ scope }) => scope)).toEqual(tokenScopeNames.toSorted());
    for (const { scope, least_role: role } of rows) {
      const { needs } = tokenScopes[scope as TokenScope];
      const below = { reviewer: "reader", editor: "reviewer", admin: "editor" } as const;
      const somebody = { id: randomUUID(), name: "Anna" };
      expect(may({ ...somebody, role }, needs), scope).toBe(true);
      expect(may({ ...somebody, role: below[role as keyof typeof below] }, needs)).toBe(false);
    }
  });

  test("are chosen when a token is made, at least one, and none that there is not", async () => {
    const { ports, person } = people.editor;
    const asked = { intent: "make", name: "Dashboard", days: 1 } as const;
    value(await manageTokens(ports, person, { ...asked, scopes: ["claims:read"] }));
    expect((await ports.tokens.list())[0]).toMatchObject({
      name: "Dashboard",
      scopes: ["claims:read"],
      lastUsedAt: null,
    });
    const { error } = await people.editor.supabase.rpc("create_api_token", {
      ...{ p_name: "Nothing", p_days: 1, p_token_hash: "0".repeat(64), p_scopes: [] },
    });
    expect(error?.message).toMatch(/what the token is for/);
    const all = await people.editor.supabase.rpc("create_api_token", {
      ...{ p_name: "All", p_days: 1, p_token_hash: "0".repeat(64), p_scopes: ["everything"] },
    });
    expect(all.error).not.toBeNull();
  });

  test("hold: a token for one thing is refused for another, and nothing is done", async () => {
    const reads = await make(people.editor, ["claims:read"]);
    const sends = await make(people.editor, ["articles:create"]);
    const refused = await ask(sends);
    expect(refused.status).toBe(403);
    expect(refused.headers.get("www-authenticate")).toContain("insufficient_scope");
    const request = { token: reads, key: null, requestHash: "x" };
    expect(await desk.anonymous.tokenIntake.lookUp(request, null)).toMatchObject({
      ...{ ok: false, error: { kind: "out_of_scope" } },
    });
    const both = await make(people.editor, ["articles:create", "claims:read"]);
    expect((await ask(both)).status).toBe(200);
    value(await desk.anonymous.tokenIntake.lookUp({ ...request, token: both }, null));
  });

  test("of a token from before there were any are what it could do", async () => {
    const [column] = await desk.sql`select count(*)::int as n from information_schema.columns
      where table_name = 'api_tokens' and column_name = 'scope'`;
    expect(column?.["n"]).toBe(0);
    const sends = await make(people.editor, ["articles:create"]);
    value(
      await desk.anonymous.tokenIntake.lookUp({ token: sends, key: null, requestHash: "x" }, null),
    );
  });
});

describe("the desk’s claims, for a program", () => {
  test("are those that the page lists, in the same order, and go on where a page ends", async () => {
    for (let i = 0; i < 3; i += 1) await desk.newClaim(people.editor);
    const token = await make(people.editor);
    const paged: string[] = [];
    let query: string | null = "?limit=1";
    while (query !== null) {
      const page: Listed = await listed(token, query);
      paged.push(...page.items.map(({ id }) => id));
      query = page.next === null ? null : new URL(page.next).search;
    }
    const { everyClaim } = await import("~/domain/claim/list/claim-filter");
    const asPage = await people.editor.ports.claimList.page(everyClaim, "2026-11-28", {
      ...{ after: null, size: 100 },
    });
    expect(paged).toEqual(asPage.rows.map(({ id }) => id));
    expect(paged.length).toBeGreaterThan(2);
  });

  test("tell nothing of a rating, to nobody", async () => {
    const { claim } = await desk.newClaim(people.editor);
    await bringTo(desk, people, claim.id, "second_review");
    const answer = await (await ask(await make(people.editor))).text();
    expect(answer).toContain(claim.id);
    expect(answer).not.toMatch(/rating|mostly_true|summary|rationale/i);
  });

  test("are narrowed as on the page, and what makes no sense is refused", async () => {
    const { claim } = await desk.newClaim(people.editor);
    const token = await make(people.editor);
    const ofArticle = await listed(token, `?article=${claim.articleId}&state=proposed`);
    expect(ofArticle.items.map(({ id }) => id)).toEqual([claim.id]);
    expect((await listed(token, `?article=${claim.articleId}&state=published`)).items).toEqual([]);
    for (const wrong of [
      "?state=lost",
      "?article=7",
      "?cursor=somewhere",
      "?colour=red",
      "?sort=x",
    ]) {
      expect((await ask(token, wrong)).status, wrong).toBe(400);
    }
  });

  test("are nobody else’s: no cache keeps them, and without a token there is nothing", async () => {
    const answer = await ask(await make(people.editor));
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect((await ask(null)).status).toBe(401);
    expect((await ask("csn_of_nobody_at_all")).status).toBe(401);
    const token = await make(people.editor);
    const etag = (await ask(token)).headers.get("etag") ?? "";
    expect((await ask(token, "", { "If-None-Match": etag })).status).toBe(304);
    // Who has the answer of yesterday, and no right any more, is not told that it still holds.
    expect((await ask(null, "", { "If-None-Match": etag })).status).toBe(401);
    const { error } = await people.editor.supabase.rpc("desk_claims_by_token", {
      ...{ p_token_hash: "x", p_filter: {}, p_sort: "changed", p_after: {}, p_limit: 1 },
      p_today: "2026-11-28",
    });
    expect(error).not.toBeNull();
  });

  test("end with the rights of who made the token, at once, and when it was last used is shown", async () => {
    const maker = await desk.join("editor");
    const token = await make(maker);
    expect((await ask(token)).status).toBe(200);
    const [mine] = await maker.ports.tokens.list();
    expect(mine?.lastUsedAt).not.toBeNull();
    for (const role of ["reader", "reviewer"]) {
      await desk.sql`update app_private.user_roles set role = ${role} where user_id = ${maker.person.id}`;
      expect((await ask(token)).status, role).toBe(401);
    }
    await desk.sql`update app_private.user_roles set role = 'editor' where user_id = ${maker.person.id}`;
    expect((await ask(token)).status).toBe(200);
    value(await maker.ports.tokens.revoke(mine?.id ?? ""));
    expect((await ask(token)).status).toBe(401);
  });

  test("can be read while the desk is read-only", async () => {
    const admin = await desk.join("admin");
    const token = await make(people.editor);
    const { error } = await admin.supabase.rpc("set_read_only", {
      ...{ p_on: true, p_reason: "We are moving." },
    });
    expect(error).toBeNull();
    expect((await ask(token)).status).toBe(200);
    await admin.supabase.rpc("set_read_only", { p_on: false, p_reason: "Done." });
  });
});
