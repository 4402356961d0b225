import clsx from "clsx";

import type { Mentions } from "./use-mentions";

/** The people that an @ may mean, under the field in which it is typed. The focus stays in the field. */
export function MentionList({ id, mentions }: { id: string; mentions: Mentions }) {
  const { people, at, choose } = mentions;
  const count = people.length;
  return (
    <>
      {count === 0 ? null : (
        <ul
          id={`${id}people`}
          role="listbox"
          aria-label="Colleagues"
          className="absolute inset-x-0 top-full z-20 mt-1 overflow-hidden rounded-md border border-line-strong bg-raised shadow-float"
        >
          {people.map((person, index) => (
            <li
              key={person.id}
              id={`${id}person${index}`}
              role="option"
              aria-selected={index === at}
              // The field must not lose the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
              className={clsx(
                "min-h-9 cursor-pointer px-2.5 py-1.5",
                index === at ? "bg-accent-soft text-accent-strong" : "hover:bg-sunken",
              )}
            >
              {person.name}
            </li>
          ))}
        </ul>
      )}
      <span role="status" className="sr-only">
        {count === 0 ? "" : `${count === 1 ? "1 colleague" : `${count} colleagues`} to choose from`}
      </span>
    </>
  );
}
