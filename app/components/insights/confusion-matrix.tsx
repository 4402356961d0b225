import clsx from "clsx";

import type { AgreementCell } from "~/domain/statistics/agreement";
import { ratings, ratingScale, type Rating } from "~/domain/verdict/rating";

/** How often the first rating was this and the second that. On the diagonal both were the same. */
export function ConfusionMatrix({ cells }: { cells: readonly AgreementCell<Rating>[] }) {
  const used = ratings.filter((rating) =>
    cells.some(({ first, second }) => first === rating || second === rating),
  );
  const count = (first: Rating, second: Rating) =>
    cells.find((cell) => cell.first === first && cell.second === second)?.count ?? 0;
  return (
    <div
      className="overflow-x-auto"
      tabIndex={0}
      role="group"
      aria-label="First rating by second rating"
    >
      <table className="border-collapse text-sm">
        <caption className="py-1 text-left text-xs text-muted">
          Rows: the lead’s first rating. Columns: the blind second rating.
        </caption>
        <thead>
          <tr>
            <td />
            {used.map((rating) => (
              <th key={rating} scope="col" className="px-2 py-1 text-right text-xs font-medium">
                {ratingScale[rating].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map((first) => (
            <tr key={first} className="border-t border-line">
              <th scope="row" className="py-1 pr-3 text-left text-xs font-medium whitespace-nowrap">
                {ratingScale[first].label}
              </th>
              {used.map((second) => {
                const cases = count(first, second);
                return (
                  <td
                    key={second}
                    className={clsx(
                      "px-2 py-1 text-right tabular-nums",
                      first === second && "bg-success-soft font-semibold",
                      cases === 0 && "text-muted",
                    )}
                  >
                    {cases}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
