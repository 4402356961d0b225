/** Which rows are selected, and the one from which a range reaches. */
export interface RowSelection {
  selected: ReadonlySet<string>;
  anchor: string | null;
}

export const nothingSelected: RowSelection = { selected: new Set(), anchor: null };

/** Selects a row, or lets go of it. */
export function toggleRow({ selected }: RowSelection, id: string): RowSelection {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return { selected: next, anchor: id };
}

/** Selects everything from the last row that was touched to this one, in the order shown. */
export function selectRange(
  { selected, anchor }: RowSelection,
  order: readonly string[],
  id: string,
): RowSelection {
  const from = order.indexOf(anchor ?? id);
  const to = order.indexOf(id);
  if (to < 0) return { selected, anchor };
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  return { selected: new Set([...selected, ...order.slice(first, last + 1)]), anchor: id };
}

/** All rows shown, or none when all are selected already. */
export function toggleAll({ selected }: RowSelection, order: readonly string[]): RowSelection {
  const all = order.every((id) => selected.has(id));
  return all ? nothingSelected : { selected: new Set(order), anchor: null };
}
