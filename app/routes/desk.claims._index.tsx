import { randomUUID } from "node:crypto";

import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useRevalidator } from "@remix-run/react";

import { assignClaim, assignClaimInput } from "~/commands/assign-claim";
import { changeClaims, changeClaimsInput } from "~/commands/change-claims";
import { returnReview, returnReviewInput } from "~/commands/return-review";
import { saveClaimView, saveClaimViewInput } from "~/commands/save-claim-view";
import { triageClaim, triageInput } from "~/commands/triage-claim";
import { DriftMarks } from "~/components/desk/drift/drift-marks";
import { HelpMarks } from "~/components/desk/help-marks";
import { ClaimListPage } from "~/components/desk/claims/claim-list-page";
import {
  boardSize,
  filterFromQuery,
  filterToQuery,
  lookFromQuery,
  pageSize,
} from "~/domain/claim/list/claim-filter";
import { markFromText, markToText } from "~/domain/page-mark";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { isId, requirePerson } from "~/web/guards";
import { PeopleInRoomsProvider } from "~/web/people-in-rooms-provider";
import { useClaimNews } from "~/web/use-claim-news";

export const meta: MetaFunction = () => [{ title: "Claims · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "desk.enter");
  const { claimList, claimViews, people, topics } = context.ports;
  const query = new URL(request.url).searchParams;
  const filter = filterFromQuery(query);
  const look = lookFromQuery(query);
  const after = look === "table" ? markFromText(query.get("after"), filter.sort) : null;
  const today = new Date().toISOString().slice(0, 10);
  const listed =
    look === "table"
      ? claimList.page(filter, today, { after, size: pageSize })
      : claimList.board(filter, today, boardSize);
  const [page, marks, counts, reviewers, views, known] = await Promise.all([
    listed,
    listed.then(({ rows }) => claimList.marks(rows.map(({ id }) => id))),
    claimList.counts({ ...filter, states: [] }, today),
    people.reviewers(),
    claimViews.list(),
    topics.list(),
  ]);
  return {
    person,
    ...marks,
    filter,
    look,
    rows: page.rows,
    next: page.next && markToText(page.next),
    isFirstPage: after === null,
    counts,
    reviewers,
    topics: known,
    views,
    newViewId: randomUUID(),
    today,
    seq: page.seq,
  };
}

export { refreshWhenStale as shouldRevalidate } from "~/web/refresh-when-stale";

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", ({ person, form, values }) => take(args, person, form, values));

async function take(
  { context, request }: ActionFunctionArgs,
  person: Person,
  form: FormData,
  values: Record<string, string>,
) {
  const { ports } = context;
  const { intent } = values;

  async function run<T>(
    parsed: Result<T, Refusal>,
    command: (input: T) => Promise<Result<unknown, Refusal>>,
  ) {
    const result = parsed.ok ? await command(parsed.value) : parsed;
    return result.ok ? redirect(sameList(request)) : refuse(result.error, values);
  }

  switch (intent) {
    case "bulk": {
      const claims = form.getAll("claim").map((box) => {
        const [id, version] = String(box).split("~", 2);
        return { id, version };
      });
      const parsed = parseForm(changeClaimsInput, { claims, change: values });
      if (!parsed.ok) return refuse(parsed.error, values);
      return data({ outcomes: await changeClaims(ports, person, parsed.value) });
    }
    case "assign":
      return run(parseForm(assignClaimInput, values), (input) => assignClaim(ports, person, input));
    case "return":
    case "reopen":
      return run(parseForm(returnReviewInput, { ...values, action: intent }), (input) =>
        returnReview(ports, person, input),
      );
    case "accept":
    case "dismiss":
    case "restore":
      return run(parseForm(triageInput, { ...values, action: intent }), (input) =>
        triageClaim(ports, person, input),
      );
    case "save_view":
      return run(parseForm(saveClaimViewInput, values), (input) =>
        saveClaimView(ports, person, input),
      );
    case "remove_view":
      if (!isId(values["viewId"] ?? "")) throw new Response("Bad request", { status: 400 });
      return run({ ok: true, value: values["viewId"] ?? "" }, (id) => ports.claimViews.remove(id));
    default:
      throw new Response("Bad request", { status: 400 });
  }
}

/** The list that a form was sent from. */
function sameList(request: Request): string {
  const { searchParams } = new URL(request.url);
  searchParams.delete("index");
  return `/desk/claims${searchParams.size > 0 ? `?${searchParams}` : ""}`;
}

export default function Claims() {
  const { seq, drifted, asking, ...loaded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const navigation = useNavigation();
  const { revalidate, state } = useRevalidator();
  const news = useClaimNews(seq, filterToQuery(loaded.filter).toString());
  const busy = navigation.state !== "idle" || state !== "idle";
  return (
    <PeopleInRoomsProvider claimIds={loaded.rows.map(({ id }) => id)}>
      <DriftMarks.Provider value={drifted}>
        <HelpMarks.Provider value={asking}>
          <ClaimListPage
            {...loaded}
            news={news}
            failure={answer && "message" in answer ? answer : null}
            outcomes={answer && "outcomes" in answer ? answer.outcomes : null}
            busy={busy}
            onShowNews={() => void revalidate()}
          />
        </HelpMarks.Provider>
      </DriftMarks.Provider>
    </PeopleInRoomsProvider>
  );
}
