/** What a form gets back when it was not carried out: why, beside which field, and what was typed. */
export interface FormFailure {
  message: string;
  errors: Record<string, string[]>;
  values: Record<string, string>;
}

/** What every form that changes something is told. */
export interface FormState {
  /** The last answer, when it was a refusal. It may belong to another form of the same page. */
  failure: FormFailure | null;
  /** Something of this page is on its way. */
  busy: boolean;
}

/** The failure, if it belongs to this intent and, where the page has several, to this claim. */
export function failureOf(
  failure: FormFailure | null,
  intent: string,
  claimId?: string,
): FormFailure | null {
  if (failure === null || failure.values["intent"] !== intent) return null;
  return claimId === undefined || failure.values["claimId"] === claimId ? failure : null;
}
