import { Form, Link } from "@remix-run/react";
import { Tag } from "lucide-react";

import { AuditTrail } from "~/components/desk/audit-trail";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextField } from "~/components/ui/field";
import { failureOf, type FormFailure, type FormState } from "~/components/ui/form-failure";
import { Page, PageHeader, Section } from "~/components/ui/page";
import type { AuditEvent } from "~/domain/audit/audit-event";
import { everyClaim, listAddress } from "~/domain/claim/list/claim-filter";
import { topicsNamed, type Topic } from "~/domain/topic/topic";

export interface TopicsPageProps extends FormState {
  topics: readonly Topic[];
  trail: readonly AuditEvent[];
  mayManage: boolean;
}

/** The desk’s list of topics: what is offered, and what was retired. */
export function TopicsPage({ topics, trail, mayManage, failure, busy }: TopicsPageProps) {
  const ofNew = failureOf(failure, "add");
  const all = topicsNamed(
    topics,
    topics.map(({ id }) => id),
  );
  const used = all.filter(({ retiredAt }) => retiredAt === null);
  const retired = all.filter(({ retiredAt }) => retiredAt !== null);
  const rows = (listed: readonly Topic[]) => (
    <ul className="divide-y divide-line rounded-md border border-line bg-raised">
      {listed.map((topic) => (
        <Row key={topic.id} {...{ topic, mayManage, failure, busy }} />
      ))}
    </ul>
  );
  return (
    <Page width="narrow">
      <PageHeader
        title="Topics"
        kicker={<Link to="/desk/settings">Settings</Link>}
        meta={`${used.length} in use${retired.length === 0 ? "" : `, ${retired.length} retired`}`}
      />
      <p className="max-w-prose text-sm text-muted">
        An article’s topics hold for each of its claims; a claim can have further ones. The claim
        list is filtered by them, reviewers are suggested by what they have finished on them, and
        the insights count by them.
      </p>
      {mayManage ? (
        <Form method="post" className="flex flex-col gap-2" key={all.length}>
          <FailureNotice failure={ofNew} />
          <div className="flex flex-wrap items-end gap-2">
            <input type="hidden" name="intent" value="add" />
            <TextField
              label="New topic"
              name="name"
              maxLength={60}
              className="grow"
              defaultValue={ofNew?.values["name"] ?? ""}
              errors={ofNew?.errors["name"]}
            />
            <Button busy={busy}>Add</Button>
          </div>
        </Form>
      ) : null}
      <Section title="In use">
        {used.length > 0 ? (
          rows(used)
        ) : (
          <EmptyState icon={Tag} title="No topic yet">
            {mayManage
              ? "Add the first one above. Then give it to articles on their pages."
              : "An editor adds them."}
          </EmptyState>
        )}
      </Section>
      {retired.length === 0 ? null : (
        <Section title="Retired" aside="They stay where they are and are not offered">
          {rows(retired)}
        </Section>
      )}
      {trail.length === 0 ? null : (
        <Section title="What was done here">
          <AuditTrail events={trail} />
        </Section>
      )}
    </Page>
  );
}

interface RowProps extends FormState {
  topic: Topic;
  mayManage: boolean;
}

function Row({ topic, mayManage, failure, busy }: RowProps) {
  const { id, name, retiredAt } = topic;
  const refused = failure?.values["topicId"] === id ? failure : null;
  return (
    <li className="flex flex-col gap-2 px-3 py-2.5">
      <FailureNotice failure={refused} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <span className="flex min-w-0 flex-wrap items-center gap-x-3">
          <span className="font-medium break-words">{name}</span>
          <Link
            to={listAddress({ ...everyClaim, topic: id })}
            className="inline-flex min-h-6 items-center text-sm text-accent underline"
          >
            Claims<span className="sr-only"> on {name}</span>
          </Link>
        </span>
        {mayManage ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value={retiredAt === null ? "retire" : "restore"} />
            <input type="hidden" name="topicId" value={id} />
            <Button size="small" variant="quiet" busy={busy}>
              {retiredAt === null ? "Retire" : "Bring back"}
              <span className="sr-only">: {name}</span>
            </Button>
          </Form>
        ) : null}
      </div>
      {mayManage ? <Rename key={name} {...{ topic, refused, busy }} /> : null}
    </li>
  );
}

function Rename({
  topic: { id, name },
  refused,
  busy,
}: {
  topic: Topic;
  refused: FormFailure | null;
  busy: boolean;
}) {
  const ofName = failureOf(refused, "rename");
  return (
    <details open={ofName !== null} className="text-sm">
      <summary className="flex min-h-6 w-fit cursor-pointer items-center rounded-sm text-accent">
        Rename<span className="sr-only">: {name}</span>
      </summary>
      <Form method="post" preventScrollReset className="mt-2 flex flex-wrap items-end gap-2">
        <input type="hidden" name="intent" value="rename" />
        <input type="hidden" name="topicId" value={id} />
        <TextField
          label={`New name of ${name}`}
          name="name"
          maxLength={60}
          className="grow"
          defaultValue={ofName?.values["name"] ?? name}
          errors={ofName?.errors["name"]}
        />
        <Button busy={busy}>Save</Button>
      </Form>
    </details>
  );
}
