import { Form, Link } from "@remix-run/react";
import { Bookmark, Users, X } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { useDeskReadOnly } from "~/components/ui/desk-read-only";
import { TextField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import type { ClaimView } from "~/domain/claim/list/claim-view";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";

export interface SavedViewsProps extends FormState {
  views: readonly ClaimView[];
  person: Person;
  /** The query of the list that is shown, as it would be kept. */
  query: string;
  /** An id for the next view, made by the server. */
  newViewId: string;
}

/** Lists that have a name: one's own, and those that an editor shared. */
export function SavedViews({ views, person, query, newViewId, failure, busy }: SavedViewsProps) {
  const refused = failureOf(failure, "save_view");
  const isShut = useDeskReadOnly() !== null;
  const mayShare = may(person, "view.share");
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2 text-sm">
      {views.length === 0 ? null : (
        <ul aria-label="Saved views" className="flex flex-wrap gap-1.5">
          {views.map((view) => {
            const Icon = view.shared ? Users : Bookmark;
            const mayRemove = view.owner === person.id || (view.shared && mayShare);
            return (
              <li
                key={view.id}
                className="inline-flex min-h-7 items-center rounded-md border border-line bg-raised"
              >
                <Link
                  to={`/desk/claims?${view.query}`}
                  aria-current={view.query === query ? "page" : undefined}
                  className="inline-flex min-h-7 items-center gap-1.5 rounded-md px-2 text-ink no-underline hover:bg-sunken aria-[current=page]:font-semibold"
                >
                  <Icon aria-hidden className="size-3.5 text-muted" />
                  {view.name}
                  {view.shared ? <span className="sr-only"> (shared with the desk)</span> : null}
                </Link>
                {mayRemove ? (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="intent" value="remove_view" />
                    <input type="hidden" name="viewId" value={view.id} />
                    <Button variant="quiet" size="small" icon={X}>
                      <span className="sr-only">Remove the view {view.name}</span>
                    </Button>
                  </Form>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      <details open={refused !== null}>
        <summary className="flex min-h-7 cursor-pointer items-center rounded-sm font-medium text-accent">
          Save this view…
        </summary>
        <Form method="post" preventScrollReset className="mt-2 flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="save_view" />
          <input type="hidden" name="viewId" value={newViewId} />
          <input type="hidden" name="query" value={query} />
          <FailureNotice failure={refused} />
          <TextField
            label="Name of the view"
            name="name"
            maxLength={60}
            defaultValue={refused?.values["name"]}
            errors={refused?.errors["name"]}
          />
          {mayShare ? (
            <label className="flex min-h-9 items-center gap-2">
              <input
                type="checkbox"
                name="shared"
                disabled={isShut}
                className="size-4 accent-accent"
              />
              For the whole desk
            </label>
          ) : null}
          <Button busy={busy}>Save</Button>
        </Form>
      </details>
    </div>
  );
}
