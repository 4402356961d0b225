import type { Row } from "./measures/measure";

/** Prints rows under a title, a column for each contender. */
export function printRows(title: string, rows: readonly Row[], columns: readonly string[]): void {
  const widest = Math.max(20, ...rows.map(({ measure, unit }) => measure.length + unit.length + 3));
  const width = Math.max(18, ...columns.map((column) => column.length));
  console.log(`\n${title}`);
  console.log(
    `  ${"".padEnd(widest)}${columns.map((column) => column.padStart(width + 2)).join("")}`,
  );
  for (const { measure, unit, values } of rows) {
    const label = unit === "" ? measure : `${measure} (${unit})`;
    const cells = columns.map((column) => shown(values[column]).padStart(width + 2));
    console.log(`  ${label.padEnd(widest)}${cells.join("")}`);
  }
}

function shown(value: number | string | null | undefined): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "string") return value;
  if (Number.isNaN(value)) return "?";
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1);
}
