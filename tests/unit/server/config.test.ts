import { describe, expect, it } from "vitest";

import { readConfig } from "../../../server/config";

const url = "http://localhost:11434/v1";

describe("the language model's settings", () => {
  it("are off when nothing is set, or all of it is empty", () => {
    expect(readConfig({}).languageModel).toBeNull();
    const empty = { LANGUAGE_MODEL_URL: "", LANGUAGE_MODEL: "", LANGUAGE_MODEL_KEY: "" };
    expect(readConfig(empty).languageModel).toBeNull();
  });

  it("name a service, a model and perhaps a key", () => {
    const env = { LANGUAGE_MODEL_URL: `${url}/`, LANGUAGE_MODEL: "small-1" };
    expect(readConfig(env).languageModel).toEqual({ url, key: null, name: "small-1" });
    expect(readConfig({ ...env, LANGUAGE_MODEL_KEY: "k" }).languageModel?.key).toBe("k");
  });

  it.each([
    [{ LANGUAGE_MODEL_URL: url }, "LANGUAGE_MODEL: "],
    [{ LANGUAGE_MODEL: "small-1" }, "LANGUAGE_MODEL_URL: "],
    [{ LANGUAGE_MODEL_KEY: "k" }, "LANGUAGE_MODEL_KEY: "],
    [{ LANGUAGE_MODEL_URL: "ftp://x/v1", LANGUAGE_MODEL: "m" }, "LANGUAGE_MODEL_URL: "],
    [{ LANGUAGE_MODEL_URL: "localhost", LANGUAGE_MODEL: "m" }, "LANGUAGE_MODEL_URL: "],
    [{ LANGUAGE_MODEL_URL: "http://a:pw@x/v1", LANGUAGE_MODEL: "m" }, "LANGUAGE_MODEL_URL: "],
    [{ LANGUAGE_MODEL_URL: `${url}?key=pw`, LANGUAGE_MODEL: "m" }, "LANGUAGE_MODEL_URL: "],
    [{ LANGUAGE_MODEL_URL: url, LANGUAGE_MODEL: " " }, "LANGUAGE_MODEL: "],
    [
      { LANGUAGE_MODEL_URL: url, LANGUAGE_MODEL: "m", LANGUAGE_MODEL_KEY: "pw\nx: y" },
      "LANGUAGE_MODEL_KEY: ",
    ],
  ])("stop the start by name when they are wrong: %j", (env, name) => {
    expect(() => readConfig(env)).toThrow(name);
    expect(() => readConfig(env)).not.toThrow(/pw/);
  });
});

describe("the captures of sources", () => {
  it("are made by themselves, and copied nowhere, unless somebody says otherwise", () => {
    const usual = { captureSources: true, archiveKey: null, timestampUrl: null };
    expect(readConfig({}).captureBrowser).toBeNull();
    const browser = { CAPTURE_BROWSER: "/usr/bin/chromium" };
    expect(readConfig(browser).captureBrowser).toEqual({
      path: "/usr/bin/chromium",
      sandbox: true,
    });
    const root = readConfig({ ...browser, CAPTURE_BROWSER_SANDBOX: "off" });
    expect(root.captureBrowser?.sandbox).toBe(false);
    expect(readConfig({})).toMatchObject(usual);
    expect(readConfig({ CAPTURE_SOURCES: "off" }).captureSources).toBe(false);
    const named = { ARCHIVE_ORG_KEY: "me:secret", TIMESTAMP_URL: "https://tsa.example/" };
    expect(readConfig(named)).toMatchObject({
      archiveKey: "me:secret",
      timestampUrl: "https://tsa.example/",
    });
  });

  it.each([
    [{ CAPTURE_SOURCES: "maybe" }, "CAPTURE_SOURCES: "],
    [{ CAPTURE_BROWSER_SANDBOX: "no" }, "CAPTURE_BROWSER_SANDBOX: "],
    [{ ARCHIVE_ORG_KEY: "pw" }, "ARCHIVE_ORG_KEY: "],
    [{ ARCHIVE_ORG_KEY: "me:pw\nx: y" }, "ARCHIVE_ORG_KEY: "],
    [{ TIMESTAMP_URL: "ftp://tsa.example/" }, "TIMESTAMP_URL: "],
  ])("stop the start by name when they are wrong: %j", (env, name) => {
    expect(() => readConfig(env)).toThrow(name);
    expect(() => readConfig(env)).not.toThrow(/pw/);
  });
});

describe("the Redis between several processes", () => {
  it("is none unless it is named", () => {
    expect(readConfig({ REDIS_URL: "" }).redisUrl).toBeNull();
    expect(readConfig({ REDIS_URL: "redis://10.0.0.5:6379" }).redisUrl).toBe(
      "redis://10.0.0.5:6379",
    );
  });

  it("stops the start by name when it is no Redis", () => {
    expect(() => readConfig({ REDIS_URL: "http://10.0.0.5" })).toThrow("REDIS_URL: ");
  });
});

describe("the mail server", () => {
  const mail = { SMTP_URL: "smtps://desk:secret@mail.example.org" };
  const named = { MAIL_FROM: "desk@example.org", PUBLIC_URL: "https://checks.example.org" };

  it("is none unless it is named, with the address that mail comes from", () => {
    expect(readConfig({ SMTP_URL: "" }).smtpUrl).toBeNull();
    expect(readConfig({ ...mail, ...named })).toMatchObject({
      smtpUrl: mail.SMTP_URL,
      mailFrom: "desk@example.org",
    });
  });

  it.each([
    [{ ...mail, PUBLIC_URL: named.PUBLIC_URL }, "MAIL_FROM: "],
    [{ ...mail, MAIL_FROM: named.MAIL_FROM }, "PUBLIC_URL: "],
    [{ ...named, SMTP_URL: "http://mail.example.org" }, "SMTP_URL: "],
    [{ MAIL_FROM: "desk" }, "MAIL_FROM: "],
  ])("stops the start by name when %j is not enough", (env, name) => {
    expect(() => readConfig(env)).toThrow(name);
  });
});

describe("the places that checkpoints are copied to", () => {
  it("are none unless somebody names them", () => {
    const none = { directory: null, git: null, webhook: null, timestamp: null };
    expect(readConfig({}).checkpointPlaces).toEqual(none);
    expect(
      readConfig({ CHECKPOINT_DIR: "/srv/copies", CHECKPOINT_GIT: "git@host.example:log.git" })
        .checkpointPlaces,
    ).toEqual({ ...none, directory: "/srv/copies", git: "git@host.example:log.git" });
  });

  it.each([
    "ext::sh -c touch% /tmp/x",
    "--upload-pack=touch",
    "-o",
    "log.git",
    "git@host:-x",
    "ftp://host/x",
  ])("are no address that git would run something for: %s", (address) => {
    expect(() => readConfig({ CHECKPOINT_GIT: address })).toThrow("CHECKPOINT_GIT");
  });
});
