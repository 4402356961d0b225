/** A copy of a capture that others hold. */
export const copyKinds = ["archive", "timestamp"] as const;
export type CopyKind = (typeof copyKinds)[number];

export interface ExternalCopy {
  kind: CopyKind;
  state: "asked" | "working" | "kept" | "failed";
  failure: string | null;
  /** Where the copy stands; of a timestamp null. */
  url: string | null;
  /** The moment that a timestamp names. */
  stampedAt: string | null;
}

export const copyLabel: Record<CopyKind, string> = {
  archive: "Internet Archive",
  timestamp: "Timestamp (RFC 3161)",
};
