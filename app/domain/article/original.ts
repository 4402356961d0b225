/** How an article came in; `text` where nothing was kept but the text as it was saved. */
export const originalWays = ["fetch", "upload", "paste", "feed", "api", "text"] as const;
export type OriginalWay = (typeof originalWays)[number];

/** What an article was read from. Its bytes never change; `sha256` is their hash, in hex. */
export interface ArticleOriginal {
  way: OriginalWay;
  sha256: string;
  mediaType: string;
  size: number;
  /** The name of the file, as its sender called it. */
  name: string | null;
  url: string | null;
  /** ISO 8601 in UTC. */
  keptAt: string;
}

export const wayLabel: Record<OriginalWay, string> = {
  fetch: "what was fetched from its address",
  upload: "the file as it was uploaded",
  paste: "what was pasted",
  feed: "the page that a feed led to, as it was fetched",
  api: "what a program sent",
  text: "the text as it was saved",
};

const extensions: Record<string, string> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/markdown": "md",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "text/plain": "txt",
};

/** The name under which an original is downloaded: nothing of it is its sender's. */
export function downloadName(articleId: string, mediaType: string): string {
  const type = mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const extension = Object.hasOwn(extensions, type) ? extensions[type] : undefined;
  return `original-${articleId}.${extension ?? "bin"}`;
}
