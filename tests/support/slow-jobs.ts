import type { JobKind } from "../../server/jobs/queue";

/** Jobs that are given to another worker two seconds after theirs began with them. */
export const slow = (work: JobKind["work"]): JobKind => ({
  name: "slow",
  retryLimit: 5,
  retryDelay: 1,
  expireInSeconds: 2,
  work,
});
