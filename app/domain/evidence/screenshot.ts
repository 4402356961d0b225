/** Why there is no picture of a page that was captured, by name. The capture is whole without one. */
export const screenshotFailures = [
  "no_browser",
  "not_a_page",
  "too_large",
  "timeout",
  "browser",
  "not_kept",
] as const;
export type ScreenshotFailure = (typeof screenshotFailures)[number];

/** A picture of a captured page. */
export type KeptScreenshot = {
  sha256: string;
  bytes: number;
  /** The browser that drew it, with its version. */
  tool: string;
};

export const screenshotFailureWords: Record<ScreenshotFailure, string> = {
  no_browser: "None was made: this desk has no browser for it (CAPTURE_BROWSER).",
  not_a_page: "None was made: the source is no web page.",
  too_large: "None was kept: the picture was larger than 8 MB.",
  timeout: "None was made: the page was not drawn in time.",
  browser: "None was made: the browser could not draw the page.",
  not_kept: "None was kept: Storage did not take the picture.",
};
