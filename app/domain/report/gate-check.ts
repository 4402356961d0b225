export type GateId =
  | "approved"
  | "conflict"
  | "own_work"
  | "signed_none"
  | "sources"
  | "cleared"
  | "headline"
  | "summary"
  | "short_claims"
  | "short_claims_rated"
  | "replies"
  | "discussion"
  | "short_claims_long"
  | "replies_unrecorded"
  | "captures";

export interface GateCheck {
  id: GateId;
  met: boolean;
  /**
   * `required` closes the gate whoever publishes. `overridable` closes it unless somebody who may gives a reason, which
   * readers see. `advice` closes nothing.
   */
  weight: "required" | "overridable" | "advice";
  label: string;
  /** What to do. Empty when it is met. */
  remedy: string;
  /** Where to do it. */
  links: readonly { to: string; label: string }[];
  /** The claims that keep it from being met. */
  claimIds: readonly string[];
}

/** How an overridden check is kept beside its verdict and told to readers; the database finds the others itself. */
export const exceptionOf = {
  short_claims_rated: "claim_rated",
  discussion: "discussion_open",
} as const satisfies Partial<Record<GateId, string>>;

const isUnmet = (weight: GateCheck["weight"]) => (check: GateCheck) =>
  check.weight === weight && !check.met;

/** What keeps everybody from publishing. */
export const unmetRequired = (gate: readonly GateCheck[]): GateCheck[] =>
  gate.filter(isUnmet("required"));

/** What keeps everybody from publishing who gives no reason, or may not. */
export const unmetOverridable = (gate: readonly GateCheck[]): GateCheck[] =>
  gate.filter(isUnmet("overridable"));

/** What would be better otherwise, and closes nothing. */
export const unmetAdvice = (gate: readonly GateCheck[]): GateCheck[] =>
  gate.filter(isUnmet("advice"));

/** The checks that keep this person from publishing now. */
export const closedBy = (
  gate: readonly GateCheck[],
  { mayOverride }: { mayOverride: boolean },
  reason: string,
): GateCheck[] => [
  ...unmetRequired(gate),
  ...(mayOverride && reason.trim() !== "" ? [] : unmetOverridable(gate)),
];

/** The exceptions that publishing past this gate makes of one claim and that only the app knows of. */
export const exceptionsFor = (gate: readonly GateCheck[], claimId: string): string[] =>
  unmetOverridable(gate).flatMap(({ id, claimIds }) =>
    (id === "short_claims_rated" || id === "discussion") && claimIds.includes(claimId)
      ? [exceptionOf[id]]
      : [],
  );
