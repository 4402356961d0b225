import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

import {
  acceptAndAssign,
  claimRow,
  openRoom,
  pasteArticle,
  saved,
  summary,
  unique,
} from "./support/steps";
import { expect, test } from "./support/test";

/** Every process of the server's PostgreSQL: frozen, they are a database that does not answer. */
function databaseProcesses(): number[] {
  const dataDir = process.env["E2E_DATA_DIR"] ?? "";
  const pidFile = path.join(dataDir, "cluster", "data", "postmaster.pid");
  const postmaster = Number(readFileSync(pidFile, "utf8").split("\n", 1)[0]);
  const table = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  const children = table
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === postmaster)
    .flatMap(([pid]) => pid ?? []);
  return [postmaster, ...children];
}

const signal = (name: NodeJS.Signals) => {
  for (const pid of databaseProcesses()) process.kill(pid, name);
};

test.afterEach(() => signal("SIGCONT"));

test("a database that is away for ten seconds loses nothing that was typed", async ({
  enterAs,
  problems,
}) => {
  test.setTimeout(90_000);
  problems.allow(/WebSocket|Failed to load resource/);
  const town = unique("Outageville");
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const article = {
    title: `Bridge is off in ${town}`,
    text: `The council of ${town} rejected the new bridge by 31 votes to 12 on Monday. The mayor resigned on Tuesday.`,
  };
  await pasteArticle(editor, article);
  const room = await acceptAndAssign(editor, /31 votes to 12/, {
    lead: /Lena Fischer/,
    second: /Sam Okoro/,
  });
  await openRoom(lead, room);

  signal("SIGSTOP");
  const away = Date.now();
  await summary(lead).fill("Typed while the database was away.");
  await expect(lead.getByText(/kept on this device/).first()).toBeVisible({ timeout: 15_000 });
  expect((await lead.request.get("/healthz")).status()).toBe(503);

  const row = claimRow(editor, /resigned/).first();
  await row.locator("[data-claim-link]").click();
  await row.getByRole("link", { name: "Dismiss" }).click();
  await row.getByLabel("Why is this not checked?").selectOption("Not worth a check");
  await row.getByRole("textbox").fill("A reason that took me long to write");
  await row.getByRole("button", { name: "Dismiss" }).click();
  await expect
    .poll(() => Date.now() - away, { timeout: 15_000, intervals: [500] })
    .toBeGreaterThan(10_000);
  signal("SIGCONT");

  await saved(lead);
  await lead.reload();
  await expect(summary(lead)).toHaveValue("Typed while the database was away.");
  const carriedOut = row.getByText("Dismissed", { exact: true });
  const refused = editor.getByText(/what you typed is still here/);
  await expect(carriedOut.or(refused).first()).toBeVisible({ timeout: 20_000 });
  await expect(editor.getByText("A reason that took me long to write").first()).toBeVisible();
});
