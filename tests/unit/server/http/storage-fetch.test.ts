import { expect, test } from "vitest";

import { inBoundedTime, refreshOnce } from "../../../../server/http/storage-fetch";

const address = "http://storage.invalid/auth/v1/token?grant_type=refresh_token";
const refresh = (token: string) => ({
  method: "POST",
  body: JSON.stringify({ refresh_token: token }),
});

test("storage that does not answer is given up on", async () => {
  const never = inBoundedTime(() => new Promise(() => undefined), 10);
  await expect(never("http://storage.invalid/rest/v1/claims")).rejects.toThrow("took longer");
});

test("one expired token is refreshed once, and everybody gets the new one", async () => {
  let asked = 0;
  const ask = refreshOnce(async () => Response.json({ access_token: `new-${(asked += 1)}` }));
  const answers = await Promise.all([ask(address, refresh("a")), ask(address, refresh("a"))]);
  answers.push(await ask(address, refresh("a")));
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual(
    Array(3).fill({ access_token: "new-1" }),
  );
  await ask(address, refresh("b"));
  expect(asked).toBe(2);
});

test("an answer is forgotten after a while, and a failed one at once", async () => {
  let time = 0;
  let asked = 0;
  const ask = refreshOnce(
    async () => new Response(null, { status: (asked += 1) === 1 ? 500 : 200 }),
    () => time,
  );
  await ask(address, refresh("a"));
  await ask(address, refresh("a"));
  expect(asked).toBe(2);
  time = 31_000;
  await ask(address, refresh("a"));
  expect(asked).toBe(3);
});

test("other requests are passed on", async () => {
  let asked = 0;
  const ask = refreshOnce(async () => new Response(String((asked += 1))));
  await ask("http://storage.invalid/rest/v1/claims", { method: "GET" });
  await ask("http://storage.invalid/rest/v1/claims", { method: "GET" });
  expect(asked).toBe(2);
});
