import path from "node:path";

import { z } from "zod";

import { licenceNames, type Licence } from "~/domain/site/licence";

import type { CheckpointPlaces } from "./log/copies";
import { readSeeds } from "./log/signing-key";

const fields = z.object({
  LANGUAGE_MODEL_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => {
      if (!URL.canParse(url)) return true;
      const { username, password, search, hash } = new URL(url);
      return username + password + search + hash === "";
    }, "give the base address alone; a key goes into LANGUAGE_MODEL_KEY")
    .optional(),
  LANGUAGE_MODEL_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "has characters that no key has")
    .optional(),
  LANGUAGE_MODEL: z.string().trim().min(1).max(200).optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(".data"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  CONTENT_LICENCE: z.enum(licenceNames).optional(),
  DEMO_PASSWORD: z.string().min(8).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  FETCH_PRIVATE: z
    .string()
    .regex(/^(?:[\d.]+|\[[\da-f:.]+\]):\d{1,5}(?:,(?:[\d.]+|\[[\da-f:.]+\]):\d{1,5})*$/i, {
      error: "name addresses with their ports, such as 10.0.0.5:8080, with commas between them",
    })
    .optional(),
  ARCHIVE_ORG_KEY: z
    .string()
    .regex(
      /^[\x21-\x39\x3b-\x7e]+:[\x21-\x7e]+$/,
      "has to be access:secret, as archive.org gives it",
    )
    .optional(),
  TIMESTAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
  CAPTURE_BROWSER: z.string().trim().min(1).max(1000).optional(),
  CAPTURE_BROWSER_SANDBOX: z.enum(["on", "off"]).default("on"),
  SIGNING_KEY: z
    .string()
    .refine((text) => readSeeds(text) !== null, {
      error: "give Ed25519 keys, as PEM or each as 32 bytes in base64",
    })
    .optional(),
  CHECKPOINT_DIR: z.string().trim().min(1).max(1000).optional(),
  CHECKPOINT_GIT: z
    .string()
    .regex(/^(?:(?:https|http|ssh|file):\/\/\S+|[\w.-]+@[\w.-]+:[^\s-]\S*|\/\S*)$/, {
      error: "give an address as https, ssh or file, name@host:path, or an absolute path",
    })
    .max(1000)
    .optional(),
  CHECKPOINT_WEBHOOK: z.url({ protocol: /^https?$/ }).optional(),
  CHECKPOINT_TIMESTAMP: z.url({ protocol: /^https?$/ }).optional(),
  CAPTURE_SOURCES: z.enum(["on", "off"]).default("on"),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
});

const schema = fields.superRefine((env, context) => {
  const missing = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  const { LANGUAGE_MODEL_URL: url, LANGUAGE_MODEL: name, LANGUAGE_MODEL_KEY: key } = env;
  if (url !== undefined && name === undefined) {
    missing("LANGUAGE_MODEL", "name the model that LANGUAGE_MODEL_URL serves");
  }
  if (env.SMTP_URL !== undefined && env.MAIL_FROM === undefined) {
    missing("MAIL_FROM", "say which address the mail sent through SMTP_URL comes from");
  }
  if (env.SMTP_URL !== undefined && env.PUBLIC_URL === undefined) {
    missing(
      "PUBLIC_URL",
      "say how people reach the desk, for the links in the mail that SMTP_URL sends",
    );
  }
  if (url === undefined && name !== undefined) {
    missing("LANGUAGE_MODEL_URL", "say where LANGUAGE_MODEL is served");
  }
  if (url === undefined && name === undefined && key !== undefined) {
    missing("LANGUAGE_MODEL_KEY", "is of no use without LANGUAGE_MODEL_URL and LANGUAGE_MODEL");
  }
});

export interface Config {
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** Where the public reaches the site, without a trailing slash; null when only the request can tell. */
  publicUrl: string | null;
  /** On what terms readers may use what is published; null when all rights are reserved. */
  licence: Licence | null;
  demoPassword: string | null;
  /** Who reads /metrics must send it; null when nobody may. */
  metricsToken: string | null;
  /** The Redis through which several processes on one database tell each other what is new; null for one process. */
  redisUrl: string | null;
  /** The mail server that notifications are sent through; null to keep them as files in `DATA_DIR/outbox`. */
  smtpUrl: string | null;
  /** The address that mail comes from. */
  mailFrom: string;
  /** Addresses of the desk's own network, each with its port, at which pages may be fetched all the same. */
  fetchPrivate: readonly string[];
  /** Whether sources are captured as soon as a review names them; otherwise only when somebody asks. */
  captureSources: boolean;
  /** The Chromium that draws captured pages; null when none are drawn. */
  captureBrowser: { path: string; sandbox: boolean } | null;
  /** `access:secret` for Save Page Now of the Internet Archive; null when nothing is sent there. */
  archiveKey: string | null;
  /** A timestamping authority (RFC 3161); null when captures are not stamped. */
  timestampUrl: string | null;
  /** The keys that checkpoints of the public log are signed with, as they were given; null for the file in `dataDir`. */
  signingKey: string | null;
  /** Where checkpoints of the public log are copied to. */
  checkpointPlaces: CheckpointPlaces;
  logLevel: z.infer<typeof schema>["LOG_LEVEL"];
  /** The language model that may suggest wordings; null, and none does, unless the operator names one. */
  languageModel: LanguageModelSettings | null;
}

export interface LanguageModelSettings {
  /** Base address of an OpenAI-compatible service, such as http://localhost:11434/v1, without a trailing slash. */
  url: string;
  key: string | null;
  /** As the service calls the model. */
  name: string;
}

/** Reads the settings from the environment. Throws with the name of the variable that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The settings are not right. ${faults.join("; ")}`);
  }
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, DEMO_PASSWORD, METRICS_TOKEN, LOG_LEVEL } = parsed.data;
  const { LANGUAGE_MODEL_URL, LANGUAGE_MODEL_KEY, LANGUAGE_MODEL, REDIS_URL } = parsed.data;
  const { SMTP_URL, MAIL_FROM } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: path.resolve(DATA_DIR),
    publicUrl: PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    licence: parsed.data.CONTENT_LICENCE ?? null,
    demoPassword: DEMO_PASSWORD ?? null,
    metricsToken: METRICS_TOKEN ?? null,
    redisUrl: REDIS_URL ?? null,
    smtpUrl: SMTP_URL ?? null,
    mailFrom: MAIL_FROM ?? "countersign@localhost",
    fetchPrivate: parsed.data.FETCH_PRIVATE?.split(",") ?? [],
    captureSources: parsed.data.CAPTURE_SOURCES === "on",
    captureBrowser:
      parsed.data.CAPTURE_BROWSER === undefined
        ? null
        : {
            path: parsed.data.CAPTURE_BROWSER,
            sandbox: parsed.data.CAPTURE_BROWSER_SANDBOX === "on",
          },
    archiveKey: parsed.data.ARCHIVE_ORG_KEY ?? null,
    timestampUrl: parsed.data.TIMESTAMP_URL ?? null,
    signingKey: parsed.data.SIGNING_KEY ?? null,
    checkpointPlaces: {
      directory:
        parsed.data.CHECKPOINT_DIR === undefined ? null : path.resolve(parsed.data.CHECKPOINT_DIR),
      git: parsed.data.CHECKPOINT_GIT ?? null,
      webhook: parsed.data.CHECKPOINT_WEBHOOK ?? null,
      timestamp: parsed.data.CHECKPOINT_TIMESTAMP ?? null,
    },
    logLevel: LOG_LEVEL,
    languageModel:
      LANGUAGE_MODEL_URL !== undefined && LANGUAGE_MODEL !== undefined
        ? {
            url: LANGUAGE_MODEL_URL.replace(/\/+$/, ""),
            key: LANGUAGE_MODEL_KEY ?? null,
            name: LANGUAGE_MODEL,
          }
        : null,
  };
}
