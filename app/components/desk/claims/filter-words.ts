import type { SelectOption } from "~/components/ui/field";
import {
  claimSorts,
  dueBands,
  worthBands,
  type ClaimSort,
  type DueBand,
  type WorthBand,
} from "~/domain/claim/list/claim-filter";

const bandLabel: Record<WorthBand, string> = {
  high: "Much (0.7 and more)",
  middle: "Some (0.4 to 0.7)",
  low: "Little (below 0.4)",
};
const dueLabel: Record<DueBand, string> = {
  overdue: "Overdue",
  week: "Within a week",
  none: "No due date",
};
const sortLabel: Record<ClaimSort, string> = {
  changed: "Last changed first",
  idle: "Longest untouched first",
  due: "Due first",
  worth: "Most worth a check first",
  new: "Newest first",
};

export const bandOptions: SelectOption[] = worthBands.map((value) => ({
  value,
  label: bandLabel[value],
}));
export const dueOptions: SelectOption[] = dueBands.map((value) => ({
  value,
  label: dueLabel[value],
}));
export const sortOptions: SelectOption[] = claimSorts.map((value) => ({
  value,
  label: sortLabel[value],
}));
