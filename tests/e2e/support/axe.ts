import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const colorSchemes = ["light", "dark"] as const;

const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What cannot be used at the moment is dimmed, and needs no contrast; but a page that begins or ends to be busy while it
 * is scanned shows it dimmed and in use. And a target that a sticky bar half covers just there is not a small target.
 */
const layOpen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '[aria-disabled="true"], :disabled { opacity: 1 !important } .sticky { position: static !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });

/** Expects no accessibility violation on the page as it stands, in light and in dark. */
export async function scanAxe(page: Page): Promise<void> {
  await layOpen(page);
  for (const colorScheme of colorSchemes) {
    // A colour caught halfway through a transition has a contrast that nobody ever sees.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(
      () =>
        new Promise<void>((painted) =>
          requestAnimationFrame(() => {
            for (const animation of document.getAnimations()) {
              if (animation instanceof CSSTransition) animation.finish();
            }
            requestAnimationFrame(() => painted());
          }),
        ),
    );
    // The second scheme changes nothing but colours.
    // No page has a frame of another site, for which each scan would open a page of its own.
    // What passed is neither looked at here nor worth describing node by node.
    const scan = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
    if (colorScheme === "light") scan.withTags(standard);
    else scan.withRules("color-contrast");
    const { violations } = await scan.analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
    );
    expect(found, `axe on ${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
