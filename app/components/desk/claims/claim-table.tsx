import type { ClaimItem } from "~/domain/claim/list/claim-item";
import type { RowNews } from "~/domain/claim/list/list-news";
import { listSteps } from "~/domain/review/list-steps";
import type { Person } from "~/domain/people/person";

import { ClaimRow } from "./claim-row";

export interface ClaimTableProps {
  rows: readonly { item: ClaimItem; news: RowNews }[];
  person: Person;
  today: string;
  /** Null when nothing can be done with several claims at once. */
  selected: ReadonlySet<string> | null;
  onSelect: (claimId: string, isRange: boolean) => void;
  onSelectAll: () => void;
  onSteps: (item: ClaimItem) => void;
}

/** The claims of one page as a table; on a narrow screen each row becomes a block of its own. */
export function ClaimTable(props: ClaimTableProps) {
  const { rows, person, today, selected, onSelect, onSelectAll, onSteps } = props;
  const isAll =
    selected !== null && rows.length > 0 && rows.every(({ item }) => selected.has(item.id));
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-raised">
      <table className="block w-full lg:table">
        <caption className="sr-only">Claims of the desk</caption>
        <thead className="hidden border-b border-line text-left text-sm text-muted lg:table-header-group">
          <tr>
            <th scope="col" className="w-9 py-2 pl-3">
              {selected === null ? null : (
                <input
                  type="checkbox"
                  checked={isAll}
                  onChange={onSelectAll}
                  aria-label="Select all on this page"
                  className="size-4 accent-accent"
                />
              )}
            </th>
            {["Claim", "State", "People", "Due"].map((heading) => (
              <th key={heading} scope="col" className="py-2 font-medium">
                {heading}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Steps</span>
            </th>
          </tr>
        </thead>
        <tbody className="block divide-y divide-line lg:table-row-group">
          {rows.map(({ item, news }) => (
            <ClaimRow
              key={item.id}
              item={item}
              news={news}
              today={today}
              selection={
                selected && {
                  isSelected: selected.has(item.id),
                  onSelect: (isRange) => onSelect(item.id, isRange),
                }
              }
              onSteps={listSteps(person, item).length > 0 ? () => onSteps(item) : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
