import { Link } from "@remix-run/react";
import { CircleCheckBig, CircleX, TriangleAlert, type LucideIcon } from "lucide-react";

import { shortStatement } from "~/domain/notification/notification";
import type { GateCheck } from "~/domain/report/publish-gate";

const looks: Record<
  "met" | GateCheck["weight"],
  { icon: LucideIcon; color: string; word: string }
> = {
  met: { icon: CircleCheckBig, color: "text-success", word: "Met: " },
  required: { icon: CircleX, color: "text-danger", word: "Not met: " },
  overridable: {
    icon: CircleX,
    color: "text-danger",
    word: "Not met, and can be passed over with a reason: ",
  },
  advice: { icon: TriangleAlert, color: "text-warning", word: "Advice: " },
};

/** What must hold before a report can be published, each condition with its answer and what to do. */
export function GateList({ gate }: { gate: readonly GateCheck[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {gate.map(({ id, met, weight, label, remedy, links }) => {
        const { icon: Icon, color, word } = looks[met ? "met" : weight];
        return (
          <li key={id} className="flex gap-2">
            <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${color}`} />
            <span className="flex min-w-0 flex-col">
              <span>
                <span className="sr-only">{word}</span>
                {label}
              </span>
              {met ? null : <span className="text-sm text-muted">{remedy}</span>}
              {met || links.length === 0 ? null : (
                <span className="flex flex-col text-sm">
                  {links.map(({ to, label: name }) => (
                    <Link
                      key={to}
                      to={to}
                      className="inline-flex min-h-6 items-center text-accent underline wrap-anywhere"
                    >
                      {shortStatement(name)}
                    </Link>
                  ))}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
