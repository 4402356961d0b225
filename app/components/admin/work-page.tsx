import { Form, Link } from "@remix-run/react";
import { TriangleAlert } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { limitOf, overBy, type Workload } from "~/domain/assignment/work-in-hand";
import type { PeopleSlice } from "~/domain/people/find-people";

import { PeopleFinder, PeoplePager } from "./people-finder";
import { Hidden } from "./person-row";

export interface WorkPageProps extends FormState {
  /** How many claims at once are enough for everybody who has no limit of their own. */
  limit: number;
  slice: PeopleSlice<Workload>;
}

/** What everybody has in hand, and how much is meant to be enough. */
export function WorkPage({ limit, slice, failure, busy }: WorkPageProps) {
  const ofDefault = failureOf(failure, "set_default");
  return (
    <Page width="narrow">
      <PageHeader title="Work in hand" kicker={<Link to="/desk/settings">Settings</Link>} />
      {ofDefault ? null : <FailureNotice failure={failure} />}
      <Section title="How many claims at once are enough">
        <p className="max-w-prose text-sm text-muted">
          Claims in review that somebody leads, and claims on which they are to decide second.
          Whoever assigns or takes over more is warned, and can do it all the same.
        </p>
        <Form method="post" className="flex items-end gap-2" key={limit}>
          <input type="hidden" name="intent" value="set_default" />
          <TextField
            label="For everybody"
            name="limit"
            type="number"
            min={1}
            max={100}
            defaultValue={ofDefault?.values["limit"] ?? limit}
            errors={ofDefault?.errors["limit"]}
          />
          <Button busy={busy}>Save</Button>
        </Form>
      </Section>
      <Section title="People" aside={`${slice.total}`}>
        <PeopleFinder path="/desk/work" slice={slice} label="Name" />
        {slice.total === 0 ? null : (
          <ul className="divide-y divide-line rounded-md border border-line bg-raised">
            {slice.people.map((person) => (
              <Row key={person.id} person={person} limit={limit} busy={busy} />
            ))}
          </ul>
        )}
        <PeoplePager path="/desk/work" slice={slice} />
      </Section>
    </Page>
  );
}

function Row({ person, limit, busy }: { person: Workload; limit: number; busy: boolean }) {
  const { id, name, ownLimit, leads, seconds } = person;
  const over = overBy(person, { limit });
  return (
    <li className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 px-3 py-2.5">
      <span className="flex min-w-0 flex-col">
        <span className="font-medium break-words">{name}</span>
        <span className="text-sm text-muted">
          Leads {leads}, second on {seconds}, of {limitOf(person, { limit })}
          {ownLimit === null ? "" : ", a limit of their own"}
        </span>
        {over > 0 ? (
          <span className="flex items-center gap-1.5 text-sm text-warning">
            <TriangleAlert aria-hidden className="size-4 shrink-0" />
            {over} more than meant
          </span>
        ) : null}
      </span>
      <Form
        method="post"
        className="flex items-end gap-2"
        aria-label={`Limit of ${name}`}
        key={`${id} ${ownLimit}`}
      >
        <Hidden intent="set_limit" id={id} />
        <TextField
          label="Own limit"
          name="limit"
          type="number"
          min={1}
          max={100}
          optional="unsaid"
          placeholder={String(limit)}
          defaultValue={ownLimit ?? ""}
        />
        <Button busy={busy}>Save</Button>
      </Form>
    </li>
  );
}
