import { expect, test as base, type BrowserContextOptions, type Page } from "@playwright/test";

import type { Who } from "./people";
import { collectProblems, type Problems } from "./problems";
import { sendSignIn } from "./sign-in";

interface Fixtures {
  /** Fails the test at its end when anything went wrong in a browser that was not allowed. */
  problems: Problems;
  /** A browser of its own for somebody who is not signed in. */
  visit: (name?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A browser of its own for one of the demo people, signed in. */
  enterAs: (who: Who, options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  problems: [
    async ({ context }, provide) => {
      const problems = collectProblems();
      await problems.watch(context, "visitor");
      await provide(problems);
      expect(problems.all).toEqual([]);
    },
    { auto: true },
  ],
  visit: async ({ browser, problems }, provide) => {
    const close: (() => Promise<void>)[] = [];
    await provide(async (name = "visitor", options = {}) => {
      const context = await browser.newContext(options);
      close.push(() => context.close());
      await problems.watch(context, name);
      return context.newPage();
    });
    await Promise.all(close.map((one) => one()));
  },
  enterAs: async ({ visit, baseURL }, provide) => {
    await provide(async (who, options) => {
      const page = await visit(who, options);
      await sendSignIn(page, who, baseURL ?? "");
      return page;
    });
  },
});

export { expect } from "@playwright/test";
export { colorSchemes, scanAxe } from "./axe";
export { signIn } from "./sign-in";
