import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ArticleList } from "~/components/desk/article-list";
import { markFromText, markToText } from "~/domain/page-mark";
import { may } from "~/domain/people/permissions";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Articles · Countersign" }];

/** So many articles stand on one page. */
const size = 50;
const longestSearch = 200;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "article.read");
  const { searchParams } = new URL(request.url);
  const text = (searchParams.get("q") ?? "").trim().slice(0, longestSearch);
  const after = markFromText(searchParams.get("after"), "new");
  const { rows, next } = await context.ports.articles.page(text, { after, size });
  return {
    articles: rows,
    text,
    isFirst: after === null,
    next: next && markToText(next),
    mayCreate: may(person, "article.create"),
  };
}

export default function Articles() {
  return <ArticleList {...useLoaderData<typeof loader>()} />;
}
