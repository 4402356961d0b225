import { FlaskConical } from "lucide-react";

/** Said on every page of the case that ships with the software. */
export function DemoBanner() {
  return (
    <p className="flex gap-2 rounded-md border border-warning-line bg-warning-soft px-3 py-2 text-sm">
      <FlaskConical aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <span>
        <strong className="font-semibold">Demonstration.</strong> This case ships with the software.
        The article and its sources are real; the people who checked it are not, and no newsroom
        stands behind the verdicts.
      </span>
    </p>
  );
}
