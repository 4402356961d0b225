import Defuddle from "defuddle";

import { blockText } from "./block-text";
import { parsePage } from "./parse-page";
import type { StrippedSource } from "./strip-source";

/** The article as defuddle reads it, in plain text; null when it finds none, fails, or the page is too much for it. */
export function secondReading(source: StrippedSource, url?: string): string | null {
  const data = source.jsonLd.map((block) => `<script type="application/ld+json">${block}</script>`);
  const page = parsePage(source.html + data.join(""));
  if (!page.ok) return null;
  try {
    const address = url ?? "about:blank";
    const { content } = new Defuddle(page.value, {
      url: address,
      // Nothing is fetched, and nothing is made uniform that only markup needs.
      useAsync: false,
      standardize: false,
      removeSmallImages: false,
    }).parse();
    const read = parsePage(content);
    const text = read.ok ? blockText(read.value.body) : "";
    return text === "" ? null : text;
  } catch {
    // Whatever a stranger's page does to it, the first reading stands.
    return null;
  }
}
