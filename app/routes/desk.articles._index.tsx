import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ArticleList } from "~/components/desk/article-list";
import { may } from "~/domain/people/permissions";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Articles · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "article.read");
  return {
    articles: await context.ports.articles.list(),
    mayCreate: may(person, "article.create"),
  };
}

export default function Articles() {
  return <ArticleList {...useLoaderData<typeof loader>()} />;
}
