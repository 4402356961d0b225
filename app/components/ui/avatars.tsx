import clsx from "clsx";

import { initialsOf, presenceWords, type PersonPresent } from "~/domain/people/presence";

const mostShown = 3;

export interface AvatarsProps {
  people: readonly PersonPresent[];
  /** What comes after "Ana is", such as "in this review now". */
  where: string;
  className?: string;
}

/**
 * People as round initials in the colour of their carets, three at most and how many more. Takes the same space whoever
 * is there, so that nothing moves when somebody comes or goes; and tells nobody aloud, because people come and go.
 */
export function Avatars({ people, where, className }: AvatarsProps) {
  const words = presenceWords(
    people.map(({ name }) => name),
    where,
  );
  const more = people.length - mostShown;
  return (
    <span data-avatars="" className={clsx("inline-flex h-6 w-24 shrink-0 items-center", className)}>
      {people.length === 0 ? null : (
        // Above the link that covers a whole row, or the words would never show under the pointer.
        <span title={words} className="relative z-1 inline-flex">
          <span className="sr-only">{words}</span>
          {people.slice(0, mostShown).map(({ id, name, color }) => (
            <span
              key={id}
              aria-hidden
              data-avatar=""
              // The colours are chosen to carry white text, in light and in dark.
              style={{ backgroundColor: color, color: "#ffffff" }}
              className={circle}
            >
              {initialsOf(name)}
            </span>
          ))}
          {more > 0 ? (
            <span aria-hidden className={clsx(circle, "bg-sunken text-ink")}>
              +{more}
            </span>
          ) : null}
        </span>
      )}
    </span>
  );
}

const circle = clsx(
  "-mr-0.5 inline-flex size-6 items-center justify-center rounded-full border border-raised",
  "text-[0.6875rem] leading-none font-semibold tabular-nums select-none",
);
