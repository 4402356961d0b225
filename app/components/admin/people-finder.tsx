import { Form } from "@remix-run/react";
import { Search } from "lucide-react";

import { Button, ButtonLink } from "~/components/ui/button";
import { TextField } from "~/components/ui/field";
import { WorksWhileReadOnly } from "~/components/ui/works-while-read-only";
import type { PeopleSlice } from "~/domain/people/find-people";

export interface PeopleFinderProps {
  /** The page that the list stands on. */
  path: string;
  slice: PeopleSlice<unknown>;
  /** What is looked through. */
  label: string;
}

/** Looks for people on a desk with more of them than a page holds; nothing where there are few. */
export function PeopleFinder({ path, slice, label }: PeopleFinderProps) {
  if (slice.text === "" && slice.pages === 1) return null;
  return (
    <WorksWhileReadOnly>
      <Form
        key={slice.text}
        method="get"
        action={path}
        role="search"
        aria-label="Find people"
        className="flex flex-wrap items-end gap-2"
      >
        <TextField
          label={label}
          name="q"
          type="search"
          maxLength={200}
          defaultValue={slice.text}
          optional="unsaid"
        />
        <Button icon={Search}>Find</Button>
        {slice.text === "" ? null : <ButtonLink to={path}>Everybody</ButtonLink>}
      </Form>
    </WorksWhileReadOnly>
  );
}

/** Leads to the other pages of a list of people, and says when nobody was found. */
export function PeoplePager({ path, slice }: Omit<PeopleFinderProps, "label">) {
  const { text, page, pages, total } = slice;
  if (total === 0) return <p className="text-sm text-muted">Nobody is found by “{text}”.</p>;
  if (pages === 1) return null;
  const to = (number: number) =>
    `${path}?${new URLSearchParams({ ...(text !== "" && { q: text }), page: String(number) })}`;
  return (
    <nav
      aria-label="Pages"
      className="flex flex-wrap items-center justify-between gap-3 text-sm text-muted"
    >
      <span>
        Page {page} of {pages}, {total} people
      </span>
      <span className="flex gap-2">
        {page > 1 ? <ButtonLink to={to(page - 1)}>Previous page</ButtonLink> : null}
        {page < pages ? <ButtonLink to={to(page + 1)}>Next page</ButtonLink> : null}
      </span>
    </nav>
  );
}
