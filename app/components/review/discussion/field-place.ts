import type { CommentAnchor } from "~/domain/review/discussion";

type FieldAnchor = Extract<CommentAnchor, { kind: "field" }>;

/** The element in which a field stands. */
export const fieldElementId = ({ field, card }: Omit<FieldAnchor, "kind">): string =>
  `review-${field}${card === undefined ? "" : `-${card}`}`;

/** Brings a field into view and puts the focus into it. */
export function showField(anchor: FieldAnchor): void {
  const place = document.getElementById(fieldElementId(anchor));
  if (!place) return;
  const control = place.querySelector<HTMLElement>(
    "input:checked, input, textarea, select, [contenteditable]",
  );
  place.scrollIntoView({ block: "center" });
  (control ?? place).focus({ preventScroll: true });
}
