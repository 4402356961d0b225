import { Link } from "@remix-run/react";
import { CircleCheckBig, CircleX, TriangleAlert, type LucideIcon } from "lucide-react";

import { shortStatement } from "~/domain/notification/notification";
import type { GateCheck } from "~/domain/report/gate-check";

const looks: Record<GateCheck["weight"], { icon: LucideIcon; color: string; word: string }> = {
  required: { icon: CircleX, color: "text-danger", word: "Not met: " },
  overridable: {
    icon: CircleX,
    color: "text-danger",
    word: "Not met, and can be passed over with a reason: ",
  },
  advice: { icon: TriangleAlert, color: "text-warning", word: "Advice: " },
};

/** What must hold before a report can be published: what does not, with what to do, and below it what does. */
export function GateList({ gate }: { gate: readonly GateCheck[] }) {
  const met = gate.filter((check) => check.met);
  const unmet = gate.filter((check) => !check.met);
  return (
    <div className="flex flex-col gap-4">
      {unmet.length === 0 ? null : (
        <ul className="flex flex-col gap-2">
          {unmet.map((check) => (
            <Unmet key={check.id} check={check} />
          ))}
        </ul>
      )}
      {met.length === 0 ? null : (
        <ul className="grid gap-x-6 gap-y-1.5 text-sm text-muted sm:grid-cols-2">
          {met.map(({ id, label }) => (
            <li key={id} className="flex gap-2">
              <CircleCheckBig aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
              <span>
                <span className="sr-only">Met: </span>
                {label}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Unmet({ check }: { check: GateCheck }) {
  const { weight, label, remedy, links } = check;
  const { icon: Icon, color, word } = looks[weight];
  return (
    <li className="flex gap-2">
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${color}`} />
      <span className="flex min-w-0 flex-col">
        <span>
          <span className="sr-only">{word}</span>
          {label}
        </span>
        <span className="text-sm text-muted">{remedy}</span>
        {links.map(({ to, label: name }) => (
          <Link
            key={to}
            to={to}
            className="inline-flex min-h-6 items-center text-sm text-accent underline wrap-anywhere"
          >
            {shortStatement(name)}
          </Link>
        ))}
      </span>
    </li>
  );
}
