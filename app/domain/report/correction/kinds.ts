/** What can become of a published verdict's text, from the lightest to the gravest. */
export const correctionKinds = [
  "typo",
  "update",
  "correction",
  "verdict_change",
  "retraction",
] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** The kinds that lead to a new version; a retraction leads to none. */
export const revisionKinds = ["typo", "update", "correction", "verdict_change"] as const;
export type RevisionKind = (typeof revisionKinds)[number];

interface KindRule {
  label: string;
  /** What it is for, for whoever chooses and for readers. */
  meaning: string;
  /** Whether somebody else than who wrote it has to sign it. */
  needsSecond: boolean;
  /** Where readers of the verdict are told of it; null where only the list of versions has it. */
  note: "top" | "foot" | null;
  /** Whether it stands in the public log of corrections. */
  isListed: boolean;
  /** Whether it is a `correction` in the sense of schema.org. */
  isMarkedUp: boolean;
}

export const kindRules: Readonly<Record<CorrectionKind, KindRule>> = {
  typo: {
    label: "Typo",
    meaning: "A slip of writing. Nothing else is said than before.",
    needsSecond: false,
    note: null,
    isListed: false,
    isMarkedUp: false,
  },
  update: {
    label: "Update",
    meaning: "Something is added. What was said before stands.",
    needsSecond: true,
    note: "foot",
    isListed: true,
    isMarkedUp: false,
  },
  correction: {
    label: "Correction",
    meaning: "Something was wrong, and the rating stands.",
    needsSecond: true,
    note: "top",
    isListed: true,
    isMarkedUp: true,
  },
  verdict_change: {
    label: "Changed verdict",
    meaning: "The rating is another one.",
    needsSecond: true,
    note: "top",
    isListed: true,
    isMarkedUp: true,
  },
  retraction: {
    label: "Retraction",
    meaning: "The verdict does not stand at all, and there is none in its place.",
    needsSecond: true,
    note: "top",
    isListed: true,
    // There is no ClaimReview any more that could have it.
    isMarkedUp: false,
  },
};

/** Whether one kind is graver than another. */
export const isGraver = (kind: CorrectionKind, than: CorrectionKind): boolean =>
  correctionKinds.indexOf(kind) > correctionKinds.indexOf(than);
