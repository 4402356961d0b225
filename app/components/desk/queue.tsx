import { Link } from "@remix-run/react";
import { Inbox, Newspaper } from "lucide-react";
import type { ReactNode } from "react";

import { Button, ButtonLink } from "~/components/ui/button";
import { useKeyboard } from "~/components/keyboard/keyboard-context";
import { useRowKeys } from "~/components/keyboard/use-row-keys";
import { EmptyState } from "~/components/ui/empty-state";
import { FailureNotice } from "~/components/ui/failure-notice";
import type { FormFailure, FormState } from "~/components/ui/form-failure";
import { WorksWhileReadOnly } from "~/components/ui/works-while-read-only";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { may } from "~/domain/people/permissions";
import type { DriftMark } from "~/domain/article/drift/shown";
import type { Person } from "~/domain/people/person";
import type { ErrorReport } from "~/domain/report/error-report";
import { mostForAllEditors, mostForOne } from "~/domain/review/work-item";

import { QueueDriftRow } from "./drift/queue-drift-row";
import { QueueErrorRow } from "./queue-error-row";
import { QueueHelpRow, type QueueHelp } from "./queue-help-row";
import { QueueMentionRow, type QueueMention } from "./queue-mention-row";
import { QueueOfferRow, type QueueOffer } from "./queue-offer-row";
import { QueueRow, type QueueItem } from "./queue-row";
import { TriageRow, type ArticleToTriage } from "./queue-triage-row";

export interface QueueProps extends FormState {
  /** In the order in which they should be looked at. */
  items: readonly QueueItem[];
  /** Whether more waits than is shown: of this person's own claims, and for all editors. */
  cut: { own: boolean; editors: boolean };
  /** Discussions in which somebody mentioned this person or decided on their proposal, and they have not been since. */
  mentions: readonly QueueMention[];
  /** Claims that nobody works on, which this person might take over. */
  offers: readonly QueueOffer[];
  /** That one more claim would be over this person's limit; null when it would not. */
  overLimit: string | null;
  /** Reviews whose writers ask the desk for help, as far as this person may read them. */
  help: readonly QueueHelp[];
  /** Articles with claims that wait for an editor, and how many there are; none for others. */
  triage: { rows: readonly ArticleToTriage[]; total: number };
  /** Published claims whose article does not say any more what it said; told to editors. */
  drifts: readonly DriftMark[];
  /** What readers hold to be wrong in published verdicts; told to editors. */
  errors: readonly ErrorReport[];
  /** Today's civil date, YYYY-MM-DD. */
  today: string;
  person: Person;
}

/** What this person must do next, why, and by when; then what waits for others. */
export function Queue(props: QueueProps) {
  const { items, cut, mentions, help, offers, overLimit, triage, drifts, errors, today } = props;
  const { person, failure, busy } = props;
  const { openSheet } = useKeyboard();
  useRowKeys();
  const asking = new Set(help.map(({ claim }) => claim.id));
  const mine = items.filter((item) => item.mine);
  const others = items.filter((item) => !item.mine);
  const empty = [items, triage.rows, mentions, help, offers, drifts, errors].every(
    ({ length }) => length === 0,
  );
  return (
    <Page>
      <PageHeader
        title="My queue"
        meta={mine.length === 0 ? nothingDue(drifts) : whatWaits(mine, today)}
        actions={
          <WorksWhileReadOnly>
            <Button type="button" variant="quiet" onClick={openSheet}>
              Keys
            </Button>
          </WorksWhileReadOnly>
        }
      />
      {failure !== null && !isShown(failure, offers) ? <FailureNotice failure={failure} /> : null}
      {empty ? <NothingYet person={person} /> : null}
      {mine.length > 0 ? (
        <Group title="Your next steps" {...cutNote(cut)}>
          {mine.map((item) => (
            <QueueRow
              key={item.claim.id}
              item={item}
              today={today}
              needsHelp={asking.has(item.claim.id)}
            />
          ))}
        </Group>
      ) : null}
      {drifts.length > 0 ? (
        <Group title="Published, and the article has changed">
          {drifts.map((mark) => (
            <QueueDriftRow key={mark.claimId} mark={mark} />
          ))}
        </Group>
      ) : null}
      {errors.length > 0 ? (
        <Group title="Readers report errors">
          {errors.map((report) => (
            <QueueErrorRow key={report.id} report={report} />
          ))}
        </Group>
      ) : null}
      {help.length > 0 ? (
        <Group title="Help needed">
          {help.map((request) => (
            <QueueHelpRow key={request.id} help={request} />
          ))}
        </Group>
      ) : null}
      {mentions.length > 0 ? (
        <Group title="From the discussions">
          {mentions.map((mention) => (
            <QueueMentionRow key={`${mention.kind} ${mention.commentId}`} mention={mention} />
          ))}
        </Group>
      ) : null}
      {triage.rows.length > 0 ? (
        <Group
          title="Articles with claims to decide on"
          {...(triage.total > triage.rows.length && {
            note: `The newest ${triage.rows.length} of ${triage.total} are here. All of them stand under Articles.`,
          })}
        >
          {triage.rows.map((article) => (
            <TriageRow key={article.id} article={article} />
          ))}
        </Group>
      ) : null}
      {offers.length > 0 ? (
        <Group
          title="Offered: nobody works on these"
          {...(overLimit !== null && { note: overLimit })}
        >
          {offers.map((offer) => (
            <QueueOfferRow key={offer.claim.id} offer={offer} failure={failure} busy={busy} />
          ))}
        </Group>
      ) : null}
      {others.length > 0 ? (
        <Group title="Waiting for others">
          {others.map((item) => (
            <QueueRow
              key={item.claim.id}
              item={item}
              today={today}
              needsHelp={asking.has(item.claim.id)}
            />
          ))}
        </Group>
      ) : null}
    </Page>
  );
}

/** Says what is left out, and where it stands. */
function cutNote({ own, editors }: QueueProps["cut"]): { note?: string } {
  const parts = [
    own && `Of your own claims, the ${mostForOne} untouched for longest are here.`,
    editors &&
      `Of what waits for all editors, the ${mostForAllEditors} claims untouched for longest are here.`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? {} : { note: `${parts.join(" ")} All of them stand under Claims.` };
}

const nothingDue = (drifts: readonly DriftMark[]): string =>
  drifts.length === 0 ? "Nothing waits for you" : "No step of yours is due";

/** How much waits, and how much of it is pressing. */
function whatWaits(mine: readonly QueueItem[], today: string): string {
  const due = mine.flatMap(({ claim }) => claim.dueOn ?? []);
  const overdue = due.filter((day) => day < today).length;
  const now = due.filter((day) => day === today).length;
  return [
    `${mine.length === 1 ? "1 step" : `${mine.length} steps`} for you to take`,
    overdue > 0 && `${overdue} overdue`,
    now > 0 && `${now} due today`,
  ]
    .filter((part) => part !== false)
    .join(", ");
}

/** Whether what was refused is told beside the offer that it is about. */
const isShown = ({ values }: FormFailure, offers: readonly QueueOffer[]): boolean =>
  offers.some(({ claim }) => claim.id === values["claimId"]);

function Group({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <Section title={title}>
      {note === undefined ? null : <p className="text-sm text-warning">{note}</p>}
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised">
        {children}
      </ul>
    </Section>
  );
}

function NothingYet({ person }: { person: Person }) {
  if (may(person, "article.create")) {
    return (
      <EmptyState
        icon={Newspaper}
        title="Nothing waits for you"
        action={
          <ButtonLink to="/desk/articles/new" variant="primary">
            Take in an article
          </ButtonLink>
        }
      >
        Take in an article: its claims are found for you, you decide which are worth checking, and
        assign them. What then waits for you stands here. <PracticeLink />
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Inbox} title="Nothing waits for you">
      When an editor assigns you a claim, as lead or as second reviewer, it stands here with its
      deadline. Until then you can read along under Articles. <PracticeLink />
    </EmptyState>
  );
}

const PracticeLink = () => (
  <Link to="/desk/practice" className="text-accent underline">
    Or practise on settled claims.
  </Link>
);
