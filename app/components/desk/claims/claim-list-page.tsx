import { Link } from "@remix-run/react";
import { Columns3, Download, ListFilter, Table2 } from "lucide-react";
import { useRef, useState } from "react";

import { useKeyboard } from "~/components/keyboard/keyboard-context";
import { Button, ButtonLink, buttonClass } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import type { FormState } from "~/components/ui/form-failure";
import { Page, PageHeader } from "~/components/ui/page";
import {
  everyClaim,
  filterToQuery,
  listAddress,
  type ClaimFilter,
  type ListLook,
} from "~/domain/claim/list/claim-filter";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import type { ClaimView } from "~/domain/claim/list/claim-view";
import { rowsInPlace, waitingChanges, type NewsOfList } from "~/domain/claim/list/list-news";
import {
  nothingSelected,
  selectRange,
  toggleAll,
  toggleRow,
} from "~/domain/claim/list/row-selection";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Topic } from "~/domain/topic/topic";
import type { ClaimState } from "~/domain/review/workflow";

import { BulkForm } from "./bulk-form";
import { BulkOutcomes, type BulkOutcomesProps } from "./bulk-outcomes";
import { ClaimBoard } from "./claim-board";
import { ClaimTable } from "./claim-table";
import { countWords } from "./count-words";
import { FilterForm } from "./filter-form";
import { NewsBar } from "./news-bar";
import { SavedViews } from "./saved-views";
import { StateLinks } from "./state-links";
import { StepDialog, type ChosenStep } from "./step-dialog";
import { useListKeys } from "./use-list-keys";

export interface ClaimListPageProps extends FormState {
  person: Person;
  filter: ClaimFilter;
  look: ListLook;
  rows: readonly ClaimItem[];
  /** How many claims of the filter stand in each state, whichever states are chosen. */
  counts: Partial<Record<ClaimState, number>>;
  /** Where the next page begins; null on the last. */
  next: string | null;
  isFirstPage: boolean;
  reviewers: readonly Person[];
  topics: readonly Topic[];
  views: readonly ClaimView[];
  newViewId: string;
  today: string;
  news: NewsOfList;
  outcomes: BulkOutcomesProps["outcomes"] | null;
  /** Loads the list as it is now. */
  onShowNews: () => void;
}

/** All claims of the desk, as a table or a board of the same filter. */
export function ClaimListPage(props: ClaimListPageProps) {
  const { person, filter, look, rows, counts, reviewers, today, news, failure, busy } = props;
  const [selection, setSelection] = useState(nothingSelected);
  const [chosen, setChosen] = useState<ChosenStep | null>(null);
  const isBulkRefused = failure?.values["intent"] === "bulk";
  // Its two lists of everybody are half of what a large desk draws: not before somebody asks for it, and kept from then on.
  const [isBulkWanted, setBulkWanted] = useState(isBulkRefused);
  const bulk = useRef<HTMLDetailsElement>(null);
  const { openSheet } = useKeyboard();
  const mayChange = may(person, "claim.assign");
  const order = rows.map(({ id }) => id);
  const selected = order.filter((id) => selection.selected.has(id));
  const shown = rowsInPlace(rows, news);
  const loadedState = new Map(rows.map(({ id, state }) => [id, state]));
  const total = (filter.states.length === 0 ? Object.keys(counts) : filter.states).reduce(
    (sum, state) => sum + (counts[state as ClaimState] ?? 0),
    0,
  );
  const select = (id: string, isRange: boolean) =>
    setSelection((now) => (isRange ? selectRange(now, order, id) : toggleRow(now, id)));
  const steps = (id: string) => {
    const row = shown.find(({ item }) => item.id === id);
    if (row) setChosen({ item: row.item });
  };
  useListKeys({
    hasRows: look === "table" && rows.length > 0,
    onSelect: mayChange ? select : null,
    onChangeSelected: () => {
      if (bulk.current === null) return;
      bulk.current.open = true;
      bulk.current.querySelector("summary")?.focus();
    },
    onSteps: steps,
  });
  const query = listAddress(filter, { view: look }).split("?", 2)[1] ?? "";
  // A step that was taken has changed the claim's version: its dialog has done its work.
  const isOpen = chosen !== null && isStillSo(rows, news, chosen.item);
  return (
    <Page width="wide">
      <PageHeader
        title="Claims"
        meta={`${countWords(total)} ${total === 1 ? "claim" : "claims"}${
          look === "table" && total > rows.length ? `, ${rows.length} on this page` : ""
        }`}
        actions={
          <>
            <Looks filter={filter} look={look} />
            <a
              href={`/desk/claims.csv?${filterToQuery(filter)}`}
              download
              className={buttonClass("secondary")}
            >
              <Download aria-hidden className="size-4" />
              CSV
            </a>
            <Button type="button" variant="quiet" onClick={openSheet}>
              Keys
            </Button>
          </>
        }
      />
      <SavedViews
        views={props.views}
        person={person}
        query={query}
        newViewId={props.newViewId}
        failure={failure}
        busy={busy}
      />
      <FilterForm filter={filter} look={look} reviewers={reviewers} topics={props.topics} />
      <StateLinks filter={filter} look={look} counts={counts} />
      {props.outcomes === null ? null : <BulkOutcomes outcomes={props.outcomes} />}
      <NewsBar
        changes={waitingChanges(rows, news)}
        isMore={news.more}
        busy={busy}
        onShow={props.onShowNews}
      />
      {rows.length === 0 ? <Nothing filter={filter} look={look} /> : null}
      {rows.length > 0 && look === "table" ? (
        <>
          <ClaimTable
            rows={shown}
            person={person}
            today={today}
            selected={mayChange ? selection.selected : null}
            onSelect={select}
            onSelectAll={() => setSelection((now) => toggleAll(now, order))}
            onSteps={(item) => setChosen({ item })}
          />
          {mayChange ? (
            <details
              ref={bulk}
              open={isBulkRefused}
              onToggle={({ currentTarget }) => setBulkWanted((was) => was || currentTarget.open)}
              className="sticky bottom-0 z-20 max-h-[75dvh] overflow-y-auto rounded-lg border border-line-strong bg-raised px-3 py-2 shadow-float"
            >
              <summary className="min-h-7 cursor-pointer rounded-sm font-medium" aria-live="polite">
                {selected.length === 0
                  ? "Change several at once: select their boxes"
                  : `Change several at once: ${selected.length} selected`}
              </summary>
              {isBulkWanted ? (
                <div className="pt-3">
                  <BulkForm
                    selected={selected}
                    reviewers={reviewers}
                    topics={props.topics}
                    failure={failure}
                    busy={busy}
                    onClear={() => setSelection(nothingSelected)}
                  />
                </div>
              ) : null}
            </details>
          ) : null}
          <nav aria-label="Pages" className="flex flex-wrap gap-2">
            {props.isFirstPage ? null : (
              <ButtonLink to={listAddress(filter)}>First page</ButtonLink>
            )}
            {props.next === null ? null : (
              <ButtonLink to={listAddress(filter, { after: props.next })}>Next page</ButtonLink>
            )}
          </nav>
        </>
      ) : null}
      {rows.length > 0 && look === "board" ? (
        <ClaimBoard
          rows={shown.map((row) => ({
            ...row,
            column: loadedState.get(row.item.id) ?? row.item.state,
          }))}
          counts={counts}
          filter={filter}
          person={person}
          reviewers={reviewers}
          today={today}
          onSteps={(item, step) => setChosen({ item, ...step })}
        />
      ) : null}
      {chosen !== null && isOpen ? (
        <StepDialog
          key={`${chosen.item.id} ${chosen.action ?? ""} ${chosen.leadId ?? ""}`}
          chosen={chosen}
          person={person}
          reviewers={reviewers}
          failure={failure}
          busy={busy}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </Page>
  );
}

/** Whether the claim is as it was when its dialog opened, as far as the list knows. */
function isStillSo(rows: readonly ClaimItem[], news: NewsOfList, item: ClaimItem): boolean {
  const loaded = rows.find(({ id }) => id === item.id);
  return loaded === undefined
    ? false
    : loaded.version === item.version || news.changed[item.id]?.version === item.version;
}

function Looks({ filter, look }: { filter: ClaimFilter; look: ListLook }) {
  const looks = [
    { view: "table", label: "Table", icon: Table2 },
    { view: "board", label: "Board", icon: Columns3 },
  ] as const;
  return (
    <nav aria-label="Look" className="flex gap-1">
      {looks.map(({ view, label, icon: Icon }) => (
        <Link
          key={view}
          to={listAddress(filter, { view })}
          preventScrollReset
          aria-current={view === look ? "page" : undefined}
          className={buttonClass(view === look ? "primary" : "secondary")}
        >
          <Icon aria-hidden className="size-4" />
          {label}
        </Link>
      ))}
    </nav>
  );
}

function Nothing({ filter, look }: { filter: ClaimFilter; look: ListLook }) {
  const isEverything = listAddress(filter) === listAddress({ ...everyClaim, sort: filter.sort });
  if (isEverything) {
    return (
      <EmptyState
        icon={ListFilter}
        title="The desk has no claims yet"
        action={<ButtonLink to="/desk/articles">To the articles</ButtonLink>}
      >
        Claims are found when an editor takes in an article.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={ListFilter}
      title="No claim fits"
      action={
        <ButtonLink to={listAddress(everyClaim, { view: look })}>Show every claim</ButtonLink>
      }
    >
      Take something away from the filter above. A search finds the beginnings of words, and all of
      them have to be there.
    </EmptyState>
  );
}
