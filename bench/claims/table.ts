/** One measurement: ours beside a peer's in the same run. */
export interface Row {
  measure: string;
  ours: number;
  /** What the others reach, by name. */
  peers: Record<string, number>;
}

/** Prints rows under a title, three digits each. */
export function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const { measure, ours, peers } of rows) {
    const others = Object.entries(peers).map(([name, value]) => `${name} ${shown(value)}`);
    console.log(`  ${measure.padEnd(44)} ${shown(ours).padStart(7)}   ${others.join(", ")}`);
  }
}

const shown = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(3);
