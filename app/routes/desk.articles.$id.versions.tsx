import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { lookAgain, lookAgainInput } from "~/commands/look-again";
import { watchArticle, watchArticleInput } from "~/commands/watch-article";
import { VersionsPage } from "~/components/desk/drift/versions-page";
import { compareVersions } from "~/domain/article/drift/compare-versions";
import { areToBePlaced } from "~/domain/article/drift/drift";
import { may } from "~/domain/people/permissions";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { isId, notFound, requirePerson } from "~/web/guards";
import { useWhileLooking } from "~/web/use-while-looking";
import { watchState } from "~/web/watch-state";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versions of ${data?.title ?? "an article"} · Countersign` },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "article.read");
  const { articles, claims, drift } = context.ports;
  const id = params["id"] ?? "";
  const article = isId(id) ? await articles.find(id) : null;
  if (!article) throw notFound();
  const [all, versions] = await Promise.all([claims.ofArticle(id), drift.versions(id)]);
  const query = new URL(request.url).searchParams;
  const own = article.latest.number;
  const numberOf = (name: string, otherwise: number) => {
    const asked = Number(query.get(name));
    return versions.some(({ number }) => number === asked) ? asked : otherwise;
  };
  const from = numberOf("from", own);
  const to = numberOf("to", versions.at(-1)?.number ?? own);
  const texts = from === to ? null : await drift.texts(id, from, to);
  const watch = await watchState(context.ports, person, article, all);
  return {
    id,
    title: article.latest.title,
    language: article.latest.language,
    own,
    from,
    to,
    versions,
    blocks: texts && compareVersions(texts.before, texts.after),
    watch,
    mayPlace: may(person, "drift.settle"),
    isUnderWay:
      watch?.lastLook?.outcome === null ||
      (versions.at(-1)?.kind === "found" && areToBePlaced(all, watch?.drifts ?? [])),
    claims: all.map(({ id: claimId, statement, state }) => ({ id: claimId, statement, state })),
  };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "article.read", async ({ person, values }) => {
    const { ports } = args.context;
    const here = `/desk/articles/${args.params["id"]}/versions`;
    const given = { ...values, articleId: args.params["id"] };
    switch (values["intent"]) {
      case "look_again": {
        const parsed = parseForm(lookAgainInput, given);
        const result = parsed.ok ? await lookAgain(ports, person, parsed.value) : parsed;
        return result.ok ? redirect(here) : refuse(result.error, values);
      }
      case "watch": {
        const parsed = parseForm(watchArticleInput, given);
        const result = parsed.ok ? await watchArticle(ports, person, parsed.value) : parsed;
        return result.ok ? redirect(here) : refuse(result.error, values);
      }
      default:
        throw new Response("Bad request", { status: 400 });
    }
  });

export default function ArticleVersions() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  const busy = useNavigation().formMethod === "POST";
  useWhileLooking(loaded.isUnderWay);
  return <VersionsPage {...loaded} failure={failure} busy={busy} />;
}
