export {
  createPageFetcher,
  type FetchedPage,
  type PageFetcher,
  type PageFetcherLimits,
  type PageFetcherOptions,
} from "./page-fetcher";
export type { PermitAddress, Resolve } from "./guarded-connector";
export { withDeadline } from "./deadline";
export { permitted } from "./permitted";
export type { FetchProblem } from "./problem";
export {
  createSourceFetcher,
  type Exchange,
  type FetchedSource,
  type SourceFetcher,
} from "./source-fetcher";
export { createServiceCaller, type CallService } from "./service-call";
