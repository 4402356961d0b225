import { CircleCheckBig, CircleX } from "lucide-react";

/** One condition of publication, and what to do when it is not met. */
export interface Gate {
  met: boolean;
  label: string;
  remedy: string;
}

/** What must hold before a report can be published, each condition with its answer. */
export function GateList({ gate }: { gate: readonly Gate[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {gate.map(({ met, label, remedy }) => (
        <li key={label} className="flex gap-2">
          {met ? (
            <CircleCheckBig aria-hidden className="mt-0.5 size-5 shrink-0 text-success" />
          ) : (
            <CircleX aria-hidden className="mt-0.5 size-5 shrink-0 text-danger" />
          )}
          <span className="flex flex-col">
            <span>
              <span className="sr-only">{met ? "Met: " : "Not met: "}</span>
              {label}
            </span>
            {met ? null : <span className="text-sm text-muted">{remedy}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
