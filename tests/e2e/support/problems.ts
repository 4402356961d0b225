import type { BrowserContext } from "@playwright/test";

/** Everything that went wrong in the browser while a test ran, each with the name of the person it happened to. */
export interface Problems {
  readonly all: string[];
  /** Takes a problem that the test itself brings about off the list, such as the 404 of a page it asks for. */
  allow(pattern: RegExp): void;
  watch(context: BrowserContext, name: string): Promise<void>;
}

/** A load that a newer one broke off: the router leaves its rejection to nobody, and nothing is lost by it. */
const brokenOff = /: AbortError: signal is aborted without reason/;

export function collectProblems(): Problems {
  const seen: string[] = [];
  const allowed: RegExp[] = [brokenOff];
  return {
    get all() {
      return seen.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
    },
    allow: (pattern) => void allowed.push(pattern),
    async watch(context, name) {
      // Chromium reports most violations on the console itself, but not those of workers and reports.
      await context.addInitScript(() => {
        addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
          console.error(`CSP: ${violatedDirective} refused ${blockedURI}`);
        });
      });
      context.on("console", (message) => {
        if (message.type() === "error") seen.push(`${name}: ${message.text()}`);
      });
      context.on("weberror", (event) => {
        seen.push(`${name}: ${event.error().stack ?? event.error().message}`);
      });
    },
  };
}
