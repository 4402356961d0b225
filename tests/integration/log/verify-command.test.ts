import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, it } from "vitest";

import { bundleText } from "../../support/bundles";
import { startDesk } from "../../support/desk";
import { newPublication } from "../../support/publications";
import { cast } from "../../support/review-steps";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "verify-"));
const file = (name: string, text?: string): string => {
  if (text !== undefined) fs.writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};
let bundle = "";
beforeAll(async () => {
  const desk = await startDesk();
  const { slug } = await newPublication(desk, await cast(desk));
  bundle = await bundleText(desk, slug);
  file("good.json", bundle);
  file("keys", (await desk.anonymous.publicLog.keys()).join("\n"));
  // Nothing is left to ask.
  await desk.stop();
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function cli(...args: string[]) {
  const env = { NODE_ENV: "test" as const, PATH: process.env["PATH"], DATA_DIR: file("none") };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["server/cli/start.mjs", "verify", ...args],
    { env, encoding: "utf8" },
  );
  return { status, said: stdout + stderr };
}

it("says of a good bundle in words what is proved and what is not", () => {
  const { status, said } = cli(file("good.json"), "--key", file("keys"));
  expect(said).toMatch(/^The bundle holds\. “The bridge was rejected”: Mostly true/);
  expect(said).toMatch(/Proved:\n- This verdict stands in the public log as entry 0/);
  expect(said).toMatch(/Not proved:\n- That the verdict is right/);
  expect(status).toBe(0);
  expect(cli(file("good.json")).said).toContain("Whose key it is");
  expect(fs.existsSync(file("none"))).toBe(false);
});

it.each([
  [
    "a changed word",
    () => bundle.replace("minutes", "seconds"),
    /does not hold\. The bundle’s content/,
  ],
  ["half of it", () => bundle.slice(0, 500), /cannot be checked\. It is no JSON/],
  ["something else", () => `{"a":1}`, /no bundle of a published verdict/],
  ["no proof", () => JSON.stringify({ ...JSON.parse(bundle), proof: null }), /It has no proof/],
])("ends with 1 and says what is wrong with %s", (_what, text, said) => {
  const answer = cli(file("bad.json", text()), "--key", file("keys"));
  expect(answer.said).toMatch(said);
  expect(answer.status).toBe(1);
});

it("says what is wrong with the key, the file or the call", () => {
  const wrongKey = cli(file("good.json"), "--key", file("bad", "nothing"));
  expect(wrongKey).toMatchObject({
    status: 1,
    said: expect.stringContaining("Line 1 is not right"),
  });
  expect(cli(file("gone.json"))).toMatchObject({ status: 1 });
  expect(cli()).toMatchObject({ status: 2, said: expect.stringContaining("Usage") });
});
