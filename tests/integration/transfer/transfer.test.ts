import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";

import { objectStore, type ObjectStore } from "~/data/object-store.server";

import { serviceClient } from "../../../server/supabase";
import { exportDesk, importDesk } from "../../../server/transfer";
import { deskTables, leftOut } from "../../../server/transfer/tables";
import { verifyDatabase } from "../../../server/cli/verify-database";
import { cheapPasswords } from "../../support/cheap-passwords";
import { startDesk, value, type TestDesk } from "../../support/desk";
import { follow, newPublication, publishCorrection } from "../../support/publications";
import { bringTo, cast, type Cast } from "../../support/review-steps";

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");

let desk: TestDesk;
let people: Cast;
let empty: TestDesk;
let folder = "";
const objectsOf = (at: TestDesk): ObjectStore =>
  objectStore(serviceClient(at.platform), "captures");
const place = (name: string) => path.join(folder, name);

beforeAll(async () => {
  [desk, empty] = await Promise.all([startDesk(), startDesk()]);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "countersign-transfer-"));
  people = await cast(desk);
  await makeDesk();
  await exportDesk(desk.sql, objectsOf(desk), place("first"));
});
afterAll(async () => {
  fs.rmSync(folder, { recursive: true, force: true });
  await Promise.all([desk.stop(), empty.stop()]);
});

const warc = Buffer.from("WARC/1.1 of a page, as bytes \u0000 are");

/** A desk with something in everything that an export has to get right. */
async function makeDesk(): Promise<void> {
  const { claimId } = await newPublication(desk, people, "=cmd|' /C calc'!A0 “quotes”, commas");
  await publishCorrection(desk, people, claimId);
  const { claimId: other } = await newPublication(desk, people, "Another one");
  await follow(people, other, "retract", "The minutes were forged");
  await desk.newClaim(people.editor);
  const doc = new Y.Doc();
  doc.getText("summary").insert(0, "Written together – “ü”");
  const { claim: inReview } = await desk.newClaim(people.editor);
  await bringTo(desk, people, inReview.id, "in_review");
  await desk.sql`select public.append_review_rows(array[${inReview.id}]::uuid[],
    array[${people.lead.person.id}]::uuid[], array[1], array[${Buffer.from(Y.encodeStateAsUpdate(doc))}]::bytea[],
    array[false], null)`;
  value(await people.editor.ports.tokens.make("Not taken along", 1, ["claims:read"]));
  await objectsOf(desk).keep(`${sha256(warc)}.warc.gz`, warc, "application/warc");
  await desk.sql`
    insert into public.captures (claim_id, url, host, state, kept_at, fetched_at, final_url, status, body_bytes, body_sha256,
        no_text, warc_bytes, warc_sha256)
      values (${claimId}, 'https://source.example/', 'source.example', 'kept', now(), now(), 'https://source.example/', 200,
        3, ${sha256("abc")}, 'empty', ${warc.byteLength}, ${sha256(warc)})`;
}

/** Every file below a folder with its bytes’ hash. */
function hashes(root: string): Record<string, string> {
  const all = fs.readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    all
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [path.relative(root, file), sha256(fs.readFileSync(file))]),
  );
}

const read = (name: string) => fs.readFileSync(place(name), "utf8");
const lines = (name: string) => read(name).split("\n").filter(Boolean);

describe("an export", () => {
  test("has every table but those that are left out for a reason, and every one of them has a key", async () => {
    const [{ all } = { all: [] }] = await desk.sql<{ all: string[] }[]>`
      select array_agg(schemaname || '.' || tablename order by 1) as all from pg_tables
        where schemaname in ('public', 'app_private')`;
    const taken = (await deskTables(desk.sql)).map(({ name }) => name);
    expect([...taken, ...Object.keys(leftOut)].toSorted()).toEqual(all.toSorted());
  });

  test("holds nothing with which somebody or a program signs in", async () => {
    const secrets = await desk.sql`
      select encrypted_password as secret from auth.users union select token_hash from public.api_tokens`;
    const everything = Object.keys(hashes(place("first")))
      .map((name) => read(`first/${name}`))
      .join("");
    expect(secrets.length).toBeGreaterThan(3);
    for (const { secret } of secrets) expect(everything).not.toContain(secret);
  });

  test("says of each file what it is, and is the same each time", async () => {
    const manifest = JSON.parse(read("first/manifest.json"));
    const { "manifest.json": _, ...files } = hashes(place("first"));
    const said = manifest.files.map(({ path: name, sha256: hash }: Record<string, string>) => [
      name,
      hash,
    ]);
    expect(Object.fromEntries(said)).toEqual(files);
    await exportDesk(desk.sql, objectsOf(desk), place("again"));
    expect(hashes(place("again"))).toEqual(hashes(place("first")));
    expect(fs.readFileSync(place(`first/captures/${sha256(warc)}.warc.gz`))).toEqual(warc);
  });

  test("has spreadsheets in which no cell is a formula", () => {
    const csv = read("first/csv/verdicts.csv");
    expect(csv).toContain("'=cmd");
    expect(csv).not.toMatch(/(?:^|[",\n])=/);
    expect(csv.startsWith("\uFEFFslug,publication,short_claim")).toBe(true);
  });

  test("of what is published alone is a line for each claim, as readers may see it", () => {
    const { status, stdout } = spawnSync(process.execPath, ["server/cli/start.mjs", "export"], {
      encoding: "utf8",
      env: { NODE_ENV: "test", PATH: process.env["PATH"], DATA_DIR: desk.dataDir },
    });
    expect(status).toBe(0);
    const claims = stdout.split("\n").filter(Boolean);
    expect(claims.map((line) => (JSON.parse(line) as { standing: string }).standing)).toEqual([
      "retracted",
      "stands",
    ]);
  });

  test("is not written over anything", async () => {
    await expect(exportDesk(desk.sql, objectsOf(desk), place("first"))).rejects.toThrow(
      /not empty/,
    );
    expect(fs.readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);
  });
});

describe("an import that is refused", () => {
  /** A copy of the export, with a file changed and, unless told otherwise, its manifest made to fit. */
  function doctored(name: string, change: (text: string) => string, fit = true): string {
    const copy = fs.mkdtempSync(place("doctored-"));
    fs.cpSync(place("first"), copy, { recursive: true });
    const file = path.join(copy, name);
    const text = change(fs.readFileSync(file, "utf8"));
    fs.writeFileSync(file, text);
    if (fit && name !== "manifest.json") {
      const manifest = JSON.parse(fs.readFileSync(path.join(copy, "manifest.json"), "utf8"));
      for (const each of manifest.files) {
        if (each.path === name)
          Object.assign(each, { bytes: Buffer.byteLength(text), sha256: sha256(text) });
      }
      fs.writeFileSync(path.join(copy, "manifest.json"), JSON.stringify(manifest));
    }
    return copy;
  }
  const refused = async (from: string): Promise<string> => {
    const done = await importDesk(empty.sql, objectsOf(empty), from);
    const [left] = await empty.sql`select (select count(*) from auth.users)::int as people,
      (select count(*) from public.claims)::int as claims, (select seq from app_private.audit_head)::int as seq`;
    expect(left).toEqual({ people: 0, claims: 0, seq: 0 });
    return done.ok ? "taken in" : done.error;
  };
  const withFile = (to: string) =>
    doctored("manifest.json", (text) => {
      const manifest = JSON.parse(text);
      manifest.files[0].path = to;
      return JSON.stringify(manifest);
    });

  test("leads out of its folder, or is a link", async () => {
    for (const to of [
      "../outside.jsonl",
      "tables/../../outside.jsonl",
      "/etc/passwd",
      "captures/..",
      "captures/files/../../x",
      "tables\\public.claims.jsonl",
      "C:/x",
      "tables/public.claims.jsonl\u0000",
      "",
    ]) {
      expect(await refused(withFile(to)), to).toMatch(/manifest is not right/);
    }
    const linked = doctored("people.jsonl", (text) => text);
    fs.renameSync(path.join(linked, "people.jsonl"), path.join(linked, "kept"));
    fs.symlinkSync("kept", path.join(linked, "people.jsonl"));
    expect(await refused(linked)).toMatch(/is no file/);
  });

  test("is not what its manifest says, or lacks something", async () => {
    const file = "tables/public.claims.jsonl";
    const other = (text: string) => text.replace(/bridge/, "brigde");
    expect(await refused(doctored(file, other, false))).toMatch(/is not what the manifest says/);
    const without = doctored(file, (text) => text);
    fs.rmSync(path.join(without, file));
    expect(await refused(without)).toMatch(/is missing/);
    const fewer = doctored("manifest.json", (text) => {
      const manifest = JSON.parse(text);
      manifest.files = manifest.files.filter((each: { path: string }) => each.path !== file);
      return JSON.stringify(manifest);
    });
    expect(await refused(fewer)).toMatch(/lacks tables\/public\.claims/);
    expect(await refused(place("nowhere"))).toMatch(/no manifest/);
  });

  test("fits its manifest, but its trail or its references do not hold", async () => {
    const trail = doctored("tables/public.audit_events.jsonl", (text) =>
      text.replace(/(\\"action\\": \\")article/, "$1articel"),
    );
    expect(await refused(trail)).toMatch(/Entry \d+ of the trail/);
    const published = doctored("tables/public.reports.jsonl", (text) =>
      text.replace("What the council decided.", "What nobody decided."),
    );
    expect(await refused(published)).toMatch(/is not what the log has/);
    const loose = doctored("tables/public.sign_offs.jsonl", (text) =>
      text.replace(/"version_id": "[0-9a-f]/, '"version_id": "f'),
    );
    expect(await refused(loose)).toMatch(/leads nowhere|taken in/);
    const strange = doctored("tables/public.topics.jsonl", () => '{"colour": "red"}\n');
    expect(await refused(strange)).toMatch(/does not have the columns/);
  });

  test("was made by another version", async () => {
    const other = doctored("manifest.json", (text) =>
      text.replace("20261123000100", "20261123000101"),
    );
    expect(await refused(other)).toMatch(/another version/);
  });

  test("would come into a desk that is not empty", async () => {
    const done = await importDesk(desk.sql, objectsOf(desk), place("first"));
    expect(done).toMatchObject({ ok: false, error: expect.stringMatching(/not empty/) });
  });
});

describe("an import", () => {
  test("into an empty desk makes the same desk: exported again, every byte is equal, and its trail holds", async () => {
    const stamp = async () => (await empty.sql`select public.public_stamp('site', '') as n`)[0]?.n;
    const before = await stamp();
    const done = await importDesk(empty.sql, objectsOf(empty), place("first"));
    expect(await stamp()).not.toBe(before);
    expect(done).toMatchObject({ ok: true, value: { captures: 1, missing: [] } });
    await exportDesk(empty.sql, objectsOf(empty), place("second"));
    expect(hashes(place("second"))).toEqual(hashes(place("first")));
    const finding = await verifyDatabase(empty.sql, { keys: null, kept: null });
    expect(finding).toMatchObject({ fault: null });
    expect(finding.trail).toBe(lines("first/tables/public.audit_events.jsonl").length);
    expect(await objectsOf(empty).read(`${sha256(warc)}.warc.gz`)).toEqual(new Uint8Array(warc));
  });

  test("brings people with their names and roles, and without a way in", async () => {
    const [lead] =
      await empty.sql`select p.name, r.role, u.email, u.encrypted_password from public.profiles p
      join app_private.user_roles r on r.user_id = p.id join auth.users u on u.id = p.id
      where p.id = ${people.lead.person.id}`;
    expect(lead).toMatchObject({
      name: people.lead.person.name,
      role: "reviewer",
      encrypted_password: "",
    });
    for (const password of ["a-long-password", ""]) {
      const { data } = await empty.anonymousClient.auth.signInWithPassword({
        email: String(lead?.["email"]),
        password,
      });
      expect(data.session).toBeNull();
    }
  });

  test("is followed by a password for each, which whoever runs the desk gives", async () => {
    const [{ email } = { email: "" }] = await empty.sql<{ email: string }[]>`
      select email from auth.users where id = ${people.editor.person.id}`;
    const give = (...args: string[]) =>
      spawnSync(process.execPath, ["server/cli/start.mjs", "people", "password", ...args], {
        encoding: "utf8",
        env: {
          NODE_ENV: "test",
          ...cheapPasswords,
          PATH: process.env["PATH"],
          DATA_DIR: empty.dataDir,
        },
      });
    const given = give(email.toUpperCase());
    expect(given).toMatchObject({ status: 0 });
    const { data } = await empty.anonymousClient.auth.signInWithPassword({
      email,
      password: given.stdout.trim(),
    });
    expect(data.user?.id).toBe(people.editor.person.id);
    expect(give("nobody@people.test")).toMatchObject({ status: 1 });
    expect(give()).toMatchObject({ status: 2 });
  });

  test("goes on as the desk did: readers see it, and the next step gets the next number", async () => {
    const there = await desk.anonymous.publications.newest(10);
    expect(await empty.anonymous.publications.newest(10)).toEqual(there);
    await empty.newClaim(await empty.join("editor"));
    const [row] =
      await empty.sql`select max(seq)::int as last, count(*)::int as all from public.audit_events`;
    expect(row?.["last"]).toBe(row?.["all"]);
    expect((await verifyDatabase(empty.sql, { keys: null, kept: null })).fault).toBeNull();
    const [ledger] = await empty.sql`
      select count(*)::int - count(distinct id)::int as doubles from public.stage_ledger`;
    expect(ledger?.["doubles"]).toBe(0);
  });
});
