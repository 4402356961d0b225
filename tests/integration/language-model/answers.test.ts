import type { IncomingMessage, ServerResponse } from "node:http";

import { describe, expect, onTestFinished, test } from "vitest";

import { createLanguageModel, type LanguageModelLimits } from "../../../server/language-model";
import { completion, readQuestion } from "../../support/language-model-stub";
import { stubSite, type StubSite } from "../fetch/stub-site";

const question = [
  { role: "system", content: "Reword." },
  { role: "user", content: "{}" },
] as const;

const limits: LanguageModelLimits = { totalMs: 10_000, maxBytes: 10_000, atOnce: 2 };
const modelAt = (site: Pick<StubSite, "port">, changes: Partial<LanguageModelLimits> = {}) =>
  createLanguageModel(
    { url: `http://127.0.0.1:${site.port}/v1`, key: "secret-key", name: "small-1" },
    { ...limits, ...changes },
  );

const json = (response: ServerResponse, body: string) => {
  response.setHeader("content-type", "application/json");
  response.end(body);
};

test("an answer in the OpenAI shape comes back as its text", async () => {
  let asked: unknown;
  const site = await stubSite((request, response) => {
    void readQuestion(request).then((body) => {
      asked = body;
      json(response, completion("Hello"));
    });
  });
  const model = modelAt(site);
  expect(await model.answer(question)).toEqual({ ok: true, value: "Hello" });
  expect(asked).toEqual({ model: "small-1", messages: question, stream: false });
  const [request] = site.requests;
  expect([request?.method, request?.url]).toEqual(["POST", "/v1/chat/completions"]);
  expect(request?.headers.authorization).toBe("Bearer secret-key");
});

test("without a key none is sent", async () => {
  const site = await stubSite((_request, response) => json(response, completion("Hello")));
  const url = `http://127.0.0.1:${site.port}/v1`;
  await createLanguageModel({ url, key: null, name: "small-1" }).answer(question);
  expect(site.requests[0]?.headers.authorization).toBeUndefined();
});

describe("a service that does not do what it should", () => {
  type Answer = (request: IncomingMessage, response: ServerResponse) => void;
  const status = (code: number): Answer => {
    return (_request, response) => void response.writeHead(code).end("<h1>No</h1>");
  };
  test.each<[string, Answer, string]>([
    ["500", status(500), "refused"],
    ["401", status(401), "refused"],
    ["204 without a body", status(204), "not_json"],
    [
      "a redirect",
      (_request, response) =>
        void response.writeHead(307, { location: "http://127.0.0.1:9/v1" }).end(),
      "refused",
    ],
    ["HTML", (_request, response) => void response.end("<html><p>Welcome</p></html>"), "not_json"],
    ["JSON of another shape", (_request, response) => json(response, '{"answer":"x"}'), "not_json"],
    ["no choices", (_request, response) => json(response, '{"choices":[]}'), "not_json"],
    [
      "no text",
      (_request, response) => json(response, '{"choices":[{"message":{"content":null}}]}'),
      "not_json",
    ],
    [
      "a huge body",
      (_request, response) => json(response, completion("x".repeat(1_000_000))),
      "too_large",
    ],
    [
      "a body without an end",
      (_request, response) => {
        const more = () => {
          while (!response.destroyed && response.write("x".repeat(4096)));
        };
        response.on("drain", more);
        more();
      },
      "too_large",
    ],
    ["a connection cut off", (request) => void request.socket.destroy(), "away"],
    [
      "half an answer",
      (request, response) => {
        response.writeHead(200, { "content-length": "100" }).write('{"choices"');
        request.socket.end();
      },
      "away",
    ],
  ])("%s", async (_name, answer, kind) => {
    const site = await stubSite(answer);
    const result = await modelAt(site).answer(question);
    expect(result).toMatchObject({ ok: false, error: { kind } });
    if (!result.ok) expect(result.error.message).toMatch(/what you typed is still here/);
    expect(JSON.stringify(result)).not.toContain("secret-key");
    expect(site.requests).toHaveLength(1);
  });

  test("an answer that never comes", async () => {
    const site = await stubSite(() => undefined);
    const result = await modelAt(site, { totalMs: 150 }).answer(question);
    expect(result).toMatchObject({ error: { kind: "slow" } });
  });

  test("an answer that drips", async () => {
    const site = await stubSite((_request, response) => {
      const drip = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drip));
    });
    const result = await modelAt(site, { totalMs: 200 }).answer(question);
    expect(result).toMatchObject({ error: { kind: "slow" } });
  });

  test("nobody at the address", async () => {
    const result = await modelAt({ port: 9 }).answer(question);
    expect(result).toMatchObject({ error: { kind: "away" } });
  });
});

test("more questions than may be on their way are refused, and later ones are not", async () => {
  const waiting: ServerResponse[] = [];
  let arrived: () => void = () => undefined;
  const both = new Promise<void>((resolve) => (arrived = resolve));
  const site = await stubSite((_request, response) => {
    waiting.push(response);
    if (waiting.length === 2) arrived();
    if (waiting.length > 2) json(response, completion("Hello"));
  });
  onTestFinished(() => waiting.forEach((response) => response.destroy()));
  const model = modelAt(site);
  const first = [model.answer(question), model.answer(question)];
  await both;
  expect(await model.answer(question)).toMatchObject({ error: { kind: "busy" } });
  for (const response of waiting) json(response, completion("Hello"));
  expect(await Promise.all(first)).toEqual([
    { ok: true, value: "Hello" },
    { ok: true, value: "Hello" },
  ]);
  expect(await model.answer(question)).toEqual({ ok: true, value: "Hello" });
});
