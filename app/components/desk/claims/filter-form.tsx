import { Form, useNavigate } from "@remix-run/react";
import { ListFilter, Search } from "lucide-react";
import type { FormEvent } from "react";

import { Button, ButtonLink } from "~/components/ui/button";
import { SelectField, TextField, type SelectOption } from "~/components/ui/field";
import { WorksWhileReadOnly } from "~/components/ui/works-while-read-only";
import { claimTypeLabel, claimTypes } from "~/domain/claim/claim";
import {
  everyClaim,
  filterFromQuery,
  listAddress,
  narrowedBy,
  type ClaimFilter,
  type ListLook,
} from "~/domain/claim/list/claim-filter";
import type { Person } from "~/domain/people/person";
import { offeredTopics, type Topic } from "~/domain/topic/topic";

import { bandOptions, dueOptions, sortOptions } from "./filter-words";

export interface FilterFormProps {
  filter: ClaimFilter;
  look: ListLook;
  reviewers: readonly Person[];
  topics: readonly Topic[];
}

/** What the list is narrowed to. A plain form that asks for the list anew; with scripts the address stays short. */
export function FilterForm({ filter, look, reviewers, topics }: FilterFormProps) {
  const navigate = useNavigate();
  const apply = (form: HTMLFormElement) => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) query.append(name, String(value));
    navigate(listAddress(filterFromQuery(query), { view: look }), { preventScrollReset: true });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    apply(event.currentTarget);
  };
  const people: SelectOption[] = [
    { value: "none", label: "Nobody yet" },
    ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const topicOptions: SelectOption[] = [
    { value: "none", label: "No topic" },
    ...offeredTopics(topics, filter.topic === null ? [] : [filter.topic]).map(
      ({ id, name, retiredAt }) => ({
        value: id,
        label: retiredAt === null ? name : `${name} (retired)`,
      }),
    ),
  ];
  const isNarrowed = narrowedBy(filter) > 0;
  const further = narrowedBy({
    ...everyClaim,
    topic: filter.topic,
    types: filter.types,
    claimant: filter.claimant,
    worth: filter.worth,
    idleDays: filter.idleDays,
    article: filter.article,
  });
  return (
    <WorksWhileReadOnly>
      <details className="peer -mb-2 rounded-lg border border-line bg-raised px-3 sm:hidden">
        <summary className="flex min-h-10 cursor-pointer items-center gap-2 rounded-sm font-medium">
          <ListFilter aria-hidden className="size-4 text-muted" />
          Filters{isNarrowed ? ` (${narrowedBy(filter)} active)` : ""}
        </summary>
      </details>
      <Form
        // Back and forth through the browser's history, the fields say what the list shows.
        key={listAddress(filter)}
        method="get"
        action="/desk/claims"
        role="search"
        aria-label="Filter the claims"
        onSubmit={onSubmit}
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) apply(event.currentTarget);
          if (event.target instanceof HTMLInputElement && event.target.type === "checkbox")
            apply(event.currentTarget);
        }}
        className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-3 max-sm:peer-[:not([open])]:hidden"
      >
        {filter.states.map((state) => (
          <input key={state} type="hidden" name="state" value={state} />
        ))}
        {look === "board" ? <input type="hidden" name="view" value="board" /> : null}
        <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(14rem,2fr)_repeat(4,minmax(8rem,1fr))_auto]">
          <TextField
            label="Search statement, quote, claimant, article"
            name="q"
            type="search"
            optional="unsaid"
            defaultValue={filter.text}
            data-search=""
            className="col-span-2 lg:col-span-1"
            maxLength={200}
          />
          <SelectField
            optional="unsaid"
            label="Lead"
            name="lead"
            placeholder="Anybody"
            options={people}
            defaultValue={filter.lead ?? ""}
          />
          <SelectField
            optional="unsaid"
            label="Second"
            name="second"
            placeholder="Anybody"
            options={people}
            defaultValue={filter.second ?? ""}
          />
          <SelectField
            optional="unsaid"
            label="Due"
            name="due"
            placeholder="Whenever"
            options={dueOptions}
            defaultValue={filter.due ?? ""}
          />
          <SelectField label="Order" name="sort" options={sortOptions} defaultValue={filter.sort} />
          <Button icon={Search} className="col-span-2 lg:col-span-1">
            Show
          </Button>
        </div>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
          <label className="flex min-h-7 items-center gap-2 text-sm font-medium">
            <input
              type="checkbox"
              name="mine"
              value="1"
              defaultChecked={filter.mine}
              className="size-4 accent-accent"
            />
            Mine: I lead or decide second
          </label>
          <details className="grow" open={further > 0}>
            <summary className="min-h-7 cursor-pointer rounded-sm text-sm font-medium text-accent">
              More filters{further > 0 ? ` (${further})` : ""}
            </summary>
            <div className="mt-2 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-5">
              <SelectField
                optional="unsaid"
                label="Topic"
                name="topic"
                placeholder="Any"
                options={topicOptions}
                defaultValue={filter.topic ?? ""}
              />
              <SelectField
                optional="unsaid"
                label="Type of claim"
                name="type"
                placeholder="Any"
                options={claimTypes.map((value) => ({ value, label: claimTypeLabel[value] }))}
                defaultValue={filter.types[0] ?? ""}
              />
              <SelectField
                optional="unsaid"
                label="Worth a check"
                name="worth"
                placeholder="Any"
                options={bandOptions}
                defaultValue={filter.worth ?? ""}
              />
              <TextField
                optional="unsaid"
                label="Claimant, in full"
                name="claimant"
                defaultValue={filter.claimant ?? ""}
                maxLength={200}
              />
              <TextField
                optional="unsaid"
                label="Idle for days"
                name="idle"
                type="number"
                min={1}
                max={365}
                defaultValue={filter.idleDays ?? ""}
              />
            </div>
            {filter.article === null ? null : (
              <label className="mt-2 flex min-h-7 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  name="article"
                  value={filter.article}
                  defaultChecked
                  className="size-4 accent-accent"
                />
                Only claims of the chosen article
              </label>
            )}
          </details>
          {isNarrowed ? (
            <ButtonLink
              to={listAddress(everyClaim, { view: look })}
              variant="quiet"
              size="small"
              className="ml-auto"
            >
              Show every claim
            </ButtonLink>
          ) : null}
        </div>
      </Form>
    </WorksWhileReadOnly>
  );
}
