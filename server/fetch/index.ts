export {
  createPageFetcher,
  type FetchedPage,
  type PageFetcher,
  type PageFetcherLimits,
  type PageFetcherOptions,
} from "./page-fetcher";
export type { PermitAddress, Resolve } from "./guarded-connector";
export { permitted } from "./permitted";
export type { FetchProblem } from "./problem";
