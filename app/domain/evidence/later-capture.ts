import type { TextFailure } from "./capture";

/** What a later look at a source found, kept because it is not what was captured. Nothing of it ever changes. */
export interface LaterCapture {
  lookId: string;
  fetchedAt: string;
  finalUrl: string;
  status: number;
  contentType: string;
  bodyBytes: number;
  bodySha256: string;
  textSha256: string | null;
  noText: TextFailure | null;
  warcBytes: number;
  warcSha256: string;
}
