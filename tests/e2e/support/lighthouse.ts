import { chromium } from "@playwright/test";
import lighthouse, { type Flags } from "lighthouse";
import { z } from "zod";

import { freePort } from "../../../server/free-port";
import { findBrowser, quietFlags } from "../../support/browser";

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

const requests = z.object({
  items: z.array(
    z.object({ resourceType: z.string().optional(), transferSize: z.number().default(0) }),
  ),
});

export interface Audited {
  /** From 0 to 100. */
  scores: Record<(typeof categories)[number], number>;
  /** What cost points, by name, for whoever reads of a failure. */
  lacking: string[];
  /** Bytes of scripts on the way, and how many of them. */
  scripts: { bytes: number; count: number };
}

/** How often a load that was not recorded, as happens on a busy machine, is recorded again. */
const tries = 3;

/** Lighthouse on one page, as a phone on a slow line that is reckoned and not lived through. */
export async function audit(url: string): Promise<Audited> {
  const port = await freePort();
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: [...quietFlags, `--remote-debugging-port=${port}`],
    ...(executablePath && { executablePath }),
  });
  const flags: Flags = {
    port,
    logLevel: "error",
    output: "json",
    onlyCategories: [...categories],
    formFactor: "mobile",
    throttlingMethod: "simulate",
    disableFullPageScreenshot: true,
  };
  try {
    let failure = "";
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const result = await lighthouse(url, flags);
      if (result && !result.lhr.runtimeError) return read(result.lhr);
      failure = result?.lhr.runtimeError?.message ?? "It said nothing.";
    }
    throw new Error(`Lighthouse could not look at ${url}: ${failure}`);
  } finally {
    await browser.close();
  }
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

function read({ categories: judged, audits }: Report): Audited {
  const scoreOf = (name: string) => Math.round((judged[name]?.score ?? 0) * 100);
  const lacking = categories.flatMap((name) =>
    (judged[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${name}: ${id} ${audits[id]?.displayValue ?? ""}`.trim()),
  );
  const scripts = requests
    .parse(audits["network-requests"]?.details)
    .items.filter(({ resourceType }) => resourceType === "Script");
  return {
    scores: {
      performance: scoreOf("performance"),
      accessibility: scoreOf("accessibility"),
      "best-practices": scoreOf("best-practices"),
      seo: scoreOf("seo"),
    },
    lacking,
    scripts: {
      bytes: scripts.reduce((sum, { transferSize }) => sum + transferSize, 0),
      count: scripts.length,
    },
  };
}
