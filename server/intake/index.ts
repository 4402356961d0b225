export { fetchArticle } from "./fetch-article";
export type { ReadProblem } from "./problem";
export { readHtml } from "./read-html";
export { readMarkdown } from "./read-markdown";
export type { ReadDraft } from "./read-draft";
export { readAnswer } from "./read-answer";
export { readFile } from "./read-file";
export { readUpload, type Upload } from "./read-upload";
export { createPageReader, type PageReader } from "./worker";
