import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { assignClaim, assignClaimInput } from "~/commands/assign-claim";
import { decideMatch, decideMatchInput } from "~/commands/decide-match";
import { editStatement, editStatementInput } from "~/commands/edit-statement";
import { mergeClaims, mergeClaimsInput } from "~/commands/merge-claims";
import { proposeClaim, proposeClaimInput } from "~/commands/propose-claim";
import { splitClaim, splitClaimInput } from "~/commands/split-claim";
import { triageClaim, triageInput } from "~/commands/triage-claim";
import { DriftMarks } from "~/components/desk/drift/drift-marks";
import { Triage } from "~/components/desk/triage";
import { TopicsHere } from "~/components/desk/topics/topics-here";
import { defaultOrder, triageOrderOf } from "~/components/desk/triage-order";
import { isOpenDrift } from "~/domain/article/drift/drift";
import { articleParts } from "~/domain/claim/article-parts";
import { matchesToShow } from "~/domain/claim/match/claim-match";
import { hasReview, may, maySetTopics, offeredActions } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { isId, notFound, requirePerson } from "~/web/guards";
import { LanguageModelProvider } from "~/web/language-model-provider";
import { PeopleInRoomsProvider } from "~/web/people-in-rooms-provider";
import { chosenTopics, setTopicsOf } from "~/web/topics-form";
import { watchState } from "~/web/watch-state";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.article.latest.title ?? "Article"} · Countersign` },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "article.read");
  const { articles, claims, matches, originals, people, reports, topics, languageModel } =
    context.ports;
  const id = params["id"] ?? "";
  if (!isId(id)) throw notFound();
  const [article, all, reviewers, reportSlug, original, known, held] = await Promise.all([
    articles.find(id),
    claims.ofArticle(id),
    people.reviewers(),
    reports.slugOfArticle(id),
    originals.of(id),
    topics.list(),
    topics.ofArticle(id),
  ]);
  if (!article) throw notFound();
  const [found, watch] = await Promise.all([
    matches.ofClaims(all.map((claim) => claim.id)),
    watchState(context.ports, person, article, all),
  ]);
  return {
    article,
    original,
    reviewers,
    reportSlug,
    watch,
    drifted: (watch?.drifts ?? []).filter(isOpenDrift).map(({ claimId }) => claimId),
    languageModel:
      languageModel && article.latest.language === "en" && may(person, "claim.suggest")
        ? languageModel.name
        : null,
    topics: { known, held },
    maySetTopics: may(person, "topic.set"),
    mayPropose: may(person, "claim.propose"),
    mayPublish: may(person, "report.publish"),
    structure: articleParts(article.latest.text),
    claims: all.map((claim) => ({
      claim,
      matches: matchesToShow(found.filter(({ claimId }) => claimId === claim.id)),
      actions: offeredActions(person, claim, false),
      maySetTopics: maySetTopics(person, claim),
    })),
  };
}

export { refreshWhenStale as shouldRevalidate } from "~/web/refresh-when-stale";

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "article.read", ({ person, form, values }) => take(args, person, form, values));

async function take(
  { context, params, request }: ActionFunctionArgs,
  person: Person,
  form: FormData,
  values: Record<string, string>,
) {
  const { ports } = context;

  async function run<T>(
    parsed: Result<T, Refusal>,
    command: (input: T) => Promise<Result<unknown, Refusal>>,
  ) {
    const result = parsed.ok ? await command(parsed.value) : parsed;
    if (!result.ok) return refuse(result.error, values);
    return redirect(samePage());
  }

  function samePage(): string {
    const order = triageOrderOf(new URL(request.url).searchParams.get("order"));
    const search = order === defaultOrder ? "" : `?order=${order}`;
    return `/desk/articles/${params["id"]}${search}`;
  }

  switch (values["intent"]) {
    case "accept":
    case "dismiss":
    case "restore":
      return run(parseForm(triageInput, { ...values, action: values["intent"] }), (input) =>
        triageClaim(ports, person, input),
      );
    case "edit_statement":
      return run(parseForm(editStatementInput, values), (input) =>
        editStatement(ports, person, input),
      );
    case "split":
      return run(
        parseForm(splitClaimInput, {
          ...values,
          statements: form.getAll("statements").filter((text) => text !== ""),
        }),
        (input) => splitClaim(ports, person, input),
      );
    case "merge":
      return run(parseForm(mergeClaimsInput, values), (input) => mergeClaims(ports, person, input));
    case "propose":
      return run(parseForm(proposeClaimInput, values), (input) =>
        proposeClaim(ports, person, input),
      );
    case "decide_match":
      return run(parseForm(decideMatchInput, values), (input) => decideMatch(ports, person, input));
    case "assign":
      return run(parseForm(assignClaimInput, values), (input) => assignClaim(ports, person, input));
    case "set_topics": {
      const set = await setTopicsOf(ports, person, form);
      return set.ok
        ? redirect(samePage())
        : refuse(set.error, { ...values, chosen: chosenTopics(form) });
    }
    default:
      throw new Response("Bad request", { status: 400 });
  }
}

export default function ArticleTriage() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const navigation = useNavigation();
  const inReview = loaded.claims.filter(({ claim }) => hasReview(claim.state));
  return (
    <LanguageModelProvider name={loaded.languageModel}>
      <PeopleInRoomsProvider claimIds={inReview.map(({ claim }) => claim.id)}>
        <DriftMarks.Provider value={loaded.drifted}>
          <TopicsHere.Provider value={loaded.topics}>
            <Triage
              {...loaded}
              failure={failure ?? null}
              busy={navigation.state !== "idle" && navigation.formMethod === "POST"}
            />
          </TopicsHere.Provider>
        </DriftMarks.Provider>
      </PeopleInRoomsProvider>
    </LanguageModelProvider>
  );
}
