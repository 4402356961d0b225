import { CircleCheckBig, CircleMinus, CircleX, TriangleAlert } from "lucide-react";

import type { Gate } from "~/domain/review/gates";

const looks = {
  met: { icon: CircleCheckBig, color: "text-success", word: "Met" },
  not_met: { icon: CircleX, color: "text-danger", word: "Not met" },
  warning: { icon: TriangleAlert, color: "text-warning", word: "Look at this" },
  not_applicable: { icon: CircleMinus, color: "text-muted", word: "Does not apply" },
} as const;

/** What an editor looks at before clearing, each with its answer in words. */
export function GateRows({ gates }: { gates: readonly Gate[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {gates.map(({ key, standing, label, words }) => {
        const { icon: Icon, color, word } = looks[standing];
        return (
          <li key={key} data-gate={key} data-standing={standing} className="flex gap-2">
            <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${color}`} />
            <span className="flex min-w-0 flex-col">
              <span>
                <span className="sr-only">{word}: </span>
                {label}
              </span>
              <span className="text-sm text-muted wrap-anywhere">{words}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
