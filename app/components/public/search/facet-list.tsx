import { X } from "lucide-react";

export interface FacetLink {
  label: string;
  count: number;
  href: string;
  /** It is what was chosen; the link then takes the choice back. */
  isChosen: boolean;
}

/** The values by which what was found can be narrowed, each with how many it leaves. Nothing where there are none. */
export function FacetList({ title, links }: { title: string; links: readonly FacetLink[] }) {
  if (links.length === 0) return null;
  return (
    <section className="flex flex-col gap-1.5">
      <h2 className="text-sm font-semibold">{title}</h2>
      <ul className="flex flex-col">
        {links.map(({ label, count, href, isChosen }) => (
          <li key={label}>
            <a
              href={href}
              aria-current={isChosen || undefined}
              className="flex min-h-7 items-center justify-between gap-3 rounded-sm text-sm hover:underline aria-[current]:font-semibold"
            >
              <span className="inline-flex min-w-0 items-center gap-1 wrap-anywhere">
                {isChosen ? (
                  <>
                    <X aria-hidden className="size-3.5 shrink-0" />
                    <span className="sr-only">Take away: </span>
                  </>
                ) : null}
                {label}
              </span>
              <span className="text-muted tabular-nums">
                {count.toLocaleString("en")}
                <span className="sr-only">{count === 1 ? " verdict" : " verdicts"}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
