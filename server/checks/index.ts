export { createCheckFetcher, type CheckFetcher } from "./fetch-checks";
export { readDocument } from "./read-document";
export { readCheckSource, type CheckSource, type CheckSourceResult } from "./read-source";
