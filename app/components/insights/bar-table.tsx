import type { ReactNode } from "react";

export interface Bar {
  key: string;
  label: ReactNode;
  /** What the bar's length stands for, against the longest of all. */
  value: number;
  /** The same in words or digits, in further columns. */
  cells: readonly ReactNode[];
  /** Gives the bar the colour of a rating. */
  rating?: string;
}

export interface BarTableProps {
  caption: string;
  /** The heads of the label's column and of the further ones. */
  columns: readonly string[];
  bars: readonly Bar[];
  /** The value of a bar as long as its column; without it that of the longest. */
  whole?: number;
}

/**
 * A bar chart that is a table: each row carries its bar beside the figure it stands for, so that nothing is told by the
 * drawing alone.
 */
export function BarTable({ caption, columns: [first, ...others], bars, whole }: BarTableProps) {
  const longest = whole ?? Math.max(...bars.map(({ value }) => value), 0);
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line-strong text-left text-xs text-muted">
          <th scope="col" className="py-1 pr-3 font-medium">
            {first}
          </th>
          <td aria-hidden className="w-2/5 max-sm:hidden" />
          {others.map((name) => (
            <th key={name} scope="col" className="py-1 pl-3 text-right font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, value, cells, rating }) => (
          <tr key={key} className="border-b border-line last:border-0">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal break-words">
              {label}
            </th>
            <td aria-hidden className="max-sm:hidden" data-rating={rating}>
              <svg className="block h-3 w-full" preserveAspectRatio="none">
                <rect
                  width={`${value > 0 ? Math.max(0.5, (100 * value) / longest) : 0}%`}
                  height="100%"
                  rx="2"
                  className={rating === undefined ? "fill-accent" : "fill-verdict-line"}
                />
              </svg>
            </td>
            {cells.map((cell, index) => (
              <td
                key={others[index]}
                className="py-1.5 pl-3 text-right tabular-nums sm:whitespace-nowrap"
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
