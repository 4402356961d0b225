import path from "node:path";

import { z } from "zod";

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(".data"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DEMO_PASSWORD: z.string().min(8).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
});

export interface Config {
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** Where the public reaches the site, without a trailing slash; null when only the request can tell. */
  publicUrl: string | null;
  demoPassword: string | null;
  /** Who reads /metrics must send it; null when nobody may. */
  metricsToken: string | null;
  /** Where processes on one database tell each other what happens; null when there is one process. */
  redisUrl: string | null;
  logLevel: z.infer<typeof schema>["LOG_LEVEL"];
}

/** Reads the settings from the environment. Throws with the name of the variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The settings are not right. ${faults.join("; ")}`);
  }
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, DEMO_PASSWORD, METRICS_TOKEN, REDIS_URL, LOG_LEVEL } =
    parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: path.resolve(DATA_DIR),
    publicUrl: PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    demoPassword: DEMO_PASSWORD ?? null,
    metricsToken: METRICS_TOKEN ?? null,
    redisUrl: REDIS_URL ?? null,
    logLevel: LOG_LEVEL,
  };
}
