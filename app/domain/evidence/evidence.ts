export const stances = ["supports", "refutes", "context"] as const;
export type Stance = (typeof stances)[number];

export const sourceTypes = [
  "primary",
  "secondary",
  "interested_party",
  "expert",
  "own_measurement",
] as const;
export type SourceType = (typeof sourceTypes)[number];

export const stanceLabel: Record<Stance, string> = {
  supports: "Supports",
  refutes: "Refutes",
  context: "Context",
};

export const sourceTypeLabel: Record<SourceType, string> = {
  primary: "Primary source",
  secondary: "Secondary source",
  interested_party: "Interested party",
  expert: "Expert",
  own_measurement: "Own measurement",
};

/** One source as it stands in a review. Text fields may be empty while people are still writing. */
export interface Evidence {
  id: string;
  title: string;
  url: string;
  publisher: string;
  /** Civil date of publication, YYYY-MM-DD, or empty. */
  publishedOn: string;
  stance: Stance;
  sourceType: SourceType;
  /** The source's own words. */
  excerpt: string;
  /** Where in the source: page, paragraph, time code. */
  locator: string;
  note: string;
  /** Civil date on which somebody looked, YYYY-MM-DD, or empty. */
  accessedOn: string;
  /** The fields that came later are left out where they say nothing: what was signed before has none of them. */
  author?: string | undefined;
  /** What it repeats, as `derivation.ts` reads it. */
  derivedFrom?: string | undefined;
  /** Who looked, as readers see them. */
  accessedBy?: string | undefined;
}
