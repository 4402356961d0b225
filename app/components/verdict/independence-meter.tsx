import clsx from "clsx";
import { Info } from "lucide-react";

import type { Independence } from "~/domain/evidence/independence";
import {
  groupWords,
  independenceHeadline,
  stanceWords,
  typeWords,
} from "~/domain/evidence/independence-words";

const enough = 2;

/** How many sources stand on their own, in words; opened, why some of them count as one. */
export function IndependenceMeter({
  independence,
  className,
}: {
  independence: Independence;
  className?: string;
}) {
  const { groups, cards } = independence;
  return (
    <details className={clsx("rounded-lg border border-line bg-surface text-sm", className)}>
      <summary className="min-h-9 px-3 py-2">
        <span className="inline-flex max-w-[calc(100%-1.25rem)] flex-wrap items-center gap-x-3 gap-y-1 align-text-top">
          <span aria-hidden className="flex gap-0.5">
            {[0, 1, 2, 3].map((at) => (
              <span
                key={at}
                className={clsx(
                  "h-3 w-2 rounded-xs border",
                  at < groups.length
                    ? groups.length < enough
                      ? "border-warning-line bg-warning"
                      : "border-success-line bg-success"
                    : "border-line-strong",
                )}
              />
            ))}
          </span>
          <span className="font-medium">{independenceHeadline(independence)}</span>
          {cards === 0 ? null : <span className="text-muted">{stanceWords(independence)}</span>}
        </span>
      </summary>
      <div className="flex flex-col gap-2 border-t border-line px-3 py-2">
        <p className="flex max-w-prose gap-1.5 text-muted">
          <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            Sources that go back to the same origin, come from the same publisher or stand under the
            same domain count as one, however many there are.
          </span>
        </p>
        {cards === 0 ? null : <p>{typeWords(independence)}</p>}
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {groups.map((group) => (
            <li key={group.numbers.join()} className="wrap-anywhere">
              {groupWords(group)}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
