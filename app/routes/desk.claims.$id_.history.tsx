import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { History, RotateCcw } from "lucide-react";

import { historyView } from "~/collab/history/history-view";
import { Authorship } from "~/components/review/history/authorship";
import { Changes } from "~/components/review/history/changes";
import { SinceLastLook } from "~/components/review/history/since-last-look";
import { Timeline } from "~/components/review/history/timeline";
import { VersionPicker } from "~/components/review/history/version-picker";
import { ButtonLink } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { instantWords } from "~/domain/calendar/date-words";
import { mayReadHistory } from "~/domain/people/permissions";
import { lookToTell } from "~/domain/review/last-look";
import { openClaim } from "~/web/claim-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `History: ${data?.claim.statement.slice(0, 50) ?? "Claim"} · Countersign` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { person, claim, access } = await openClaim(args);
  if (!mayReadHistory(access)) throw new Response("Forbidden", { status: 403 });
  const { people, documents, looks, reviews } = args.context.ports;
  const [rows, seen, record] = await Promise.all([
    documents.history(claim.id),
    looks.of(claim.id),
    reviews.record(claim.id),
  ]);
  const looked = seen && lookToTell(seen, person.id, rows, Date.now());
  const asked = new URL(args.request.url).searchParams;
  const view = historyView(rows, person.id, {
    at: numberIn(asked.get("at")),
    since: numberIn(asked.get("since")),
  });
  const names = await people.names([...new Set(rows.map(({ author }) => author))]);
  return {
    claim: { id: claim.id, statement: claim.statement },
    names: Object.fromEntries(names),
    submitted: record.versions.flatMap(({ origin, number, documentHead: n, submittedAt: at }) =>
      origin === "submission" ? [{ number, n, at }] : [],
    ),
    mayRestore: access === "write",
    // Nothing is said where nothing was written since.
    looked: looked !== null && looked.n < view.head ? looked : null,
    ...view,
  };
}

const numberIn = (text: string | null): number | null =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;

export default function ReviewHistory() {
  const { claim, names, mayRestore, looked, submitted, ...view } = useLoaderData<typeof loader>();
  const { sittings, shown, since, head, changes, authorship, ownLast } = view;
  const nameOf = (id: string) => names[id] ?? "Somebody";
  const room = `/desk/claims/${claim.id}`;
  return (
    <Page>
      <PageHeader
        kicker={
          <Link to={room} className="underline">
            Back to the review
          </Link>
        }
        title={<>History of the review: {claim.statement}</>}
        long
      />
      {head === 0 ? (
        <EmptyState icon={History} title="Nothing was written yet">
          What people write in the review stands here afterwards, version by version.
        </EmptyState>
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-8">
            <Section title="Version">
              <VersionPicker
                at={shown.n}
                since={since}
                head={head}
                words={
                  shown.n === 0
                    ? "Before the first word"
                    : `${shown.n} of ${head}, ${instantWords(shown.at)}, ${nameOf(shown.author)}`
                }
                choices={[
                  { n: 0, label: "The empty review" },
                  ...sittings.map(({ last, endedAt }) => ({
                    n: last,
                    label: `As of ${instantWords(endedAt)}`,
                  })),
                  ...submitted.map(({ number, n, at }) => ({
                    n,
                    label: `As submitted ${instantWords(at)}, version ${number} of the verdict`,
                  })),
                  ...(looked === null
                    ? []
                    : [{ n: looked.n, label: `When I last looked, ${instantWords(looked.at)}` }]),
                  ...(ownLast === null ? [] : [{ n: ownLast, label: "My last edit" }]),
                  ...(sittings.some(({ last }) => last === since) ||
                  submitted.some(({ n }) => n === since) ||
                  since === 0 ||
                  since === ownLast ||
                  since === looked?.n
                    ? []
                    : [{ n: since, label: `Version ${since}` }]),
                ]}
              />
              {looked === null ? null : (
                <SinceLastLook looked={looked} isShown={shown.n === head && since === looked.n} />
              )}
              {mayRestore && shown.n < head ? (
                <ButtonLink
                  to={`${room}?restore=${shown.n}`}
                  icon={RotateCcw}
                  size="small"
                  className="self-start"
                >
                  Restore this version
                </ButtonLink>
              ) : null}
            </Section>
            <Section title="What changed">
              <Changes changes={changes} />
            </Section>
            <Section title="Who wrote what">
              <Authorship parts={authorship} nameOf={nameOf} />
            </Section>
          </div>
          <Section title="Sittings" className="lg:sticky lg:top-16">
            <Timeline sittings={sittings} at={shown.n} nameOf={nameOf} />
          </Section>
        </div>
      )}
    </Page>
  );
}
