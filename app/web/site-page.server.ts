import type { Ports } from "~/commands/ports";
import { defaultTexts } from "~/domain/site/default-texts";
import { readPageText } from "~/domain/site/page-text";
import { sitePageFrames, sitePageNames, type SitePageName } from "~/domain/site/site-page";

type Asked = { publicUrl: string; ports: Pick<Ports, "sitePages"> };

/** A page of the site as readers see it. */
export async function readSitePage({ ports, publicUrl }: Asked, name: SitePageName) {
  const written = (await ports.sitePages.written())[name];
  const text = written?.text ?? defaultTexts[name];
  return {
    frame: sitePageFrames[name],
    blocks: text === null ? null : readPageText(text, publicUrl),
    changedAt: written?.at ?? null,
    url: `${publicUrl}/${name}`,
  };
}

/** The pages on which something stands. */
export async function filledSitePages({
  sitePages,
}: Pick<Ports, "sitePages">): Promise<SitePageName[]> {
  const written = await sitePages.written();
  return sitePageNames.filter((name) => written[name] !== undefined || defaultTexts[name] !== null);
}
