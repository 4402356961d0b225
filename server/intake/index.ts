export { fetchArticle } from "./fetch-article";
export type { ReadProblem } from "./problem";
export { readHtml } from "./read-html";
export { readMarkdown } from "./read-markdown";
export { readUpload, type Upload, type UploadProblem } from "./read-upload";
