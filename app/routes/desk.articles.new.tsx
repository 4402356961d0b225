import { randomUUID } from "node:crypto";

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";

import { saveArticle } from "~/commands/save-article";
import { IntakeForm } from "~/components/desk/intake-form";
import type { ArticleDraft } from "~/domain/article/article";
import { cleanText } from "~/domain/article/clean-text";
import { checkDraft } from "~/domain/article/draft";
import { detectLanguage } from "~/domain/article/language";
import type { Person } from "~/domain/people/person";
import { deskAction } from "~/web/desk-action";
import { refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "New article · Countersign" }];

export function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "article.create");
  return { articleId: randomUUID() };
}

/** A draft to be corrected by hand, or why there is none; in both cases with everything that was typed. */
interface Found {
  draft: ArticleDraft | null;
  message: string | null;
  errors: Record<string, string[]>;
  values: Record<string, string>;
}

const found = (
  draft: ArticleDraft,
  values: Record<string, string>,
  message: string | null = null,
): Found => ({
  draft,
  message,
  errors: {},
  values,
});

const notFound = (field: string, message: string, values: Record<string, string>): Found => ({
  draft: null,
  message: "There is nothing to correct yet; nothing was saved.",
  errors: { [field]: [message] },
  values,
});

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "article.create", (sent) => takeIn(args, sent));

async function takeIn(
  { context }: ActionFunctionArgs,
  { person, form, values }: { person: Person; form: FormData; values: Record<string, string> },
) {
  const { intake } = context.ports;
  switch (values["intent"]) {
    case "paste": {
      const text = cleanText(values["text"] ?? "");
      if (text === "") return notFound("text", "Paste the article’s text.", values);
      return found(draftFromPaste(text), values);
    }
    case "upload": {
      const file = form.get("file");
      if (!(file instanceof File) || file.size === 0) {
        return notFound("file", "Choose a .txt, .md or .html file.", values);
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const read = await intake.read({ name: file.name, type: file.type, bytes });
      return read.ok
        ? found(read.value, values, read.value.notice)
        : notFound("file", read.error, values);
    }
    case "fetch": {
      const fetched = await intake.fetch(values["url"] ?? "");
      return fetched.ok
        ? found(fetched.value, values, fetched.value.notice)
        : notFound("url", fetched.error, values);
    }
    case "save":
      break;
    default:
      throw new Response("Bad request", { status: 400 });
  }
  const articleId = z.uuid().safeParse(values["articleId"]);
  if (!articleId.success) throw new Response("Bad request", { status: 400 });
  const today = new Date().toISOString().slice(0, 10);
  const checked = checkDraft(values, today);
  if (!checked.ok) return refuse({ kind: "invalid", fields: checked.error }, values);
  const saved = await saveArticle(context.ports, person, {
    articleId: articleId.data,
    draft: checked.value,
  });
  if (!saved.ok) return refuse(saved.error, values);
  return redirect(`/desk/articles/${saved.value.articleId}`);
}

function draftFromPaste(text: string): ArticleDraft {
  const firstLine = text.split("\n", 1)[0] ?? "";
  return {
    title: firstLine.length <= 200 ? firstLine : "",
    byline: null,
    outlet: null,
    publishedOn: null,
    language: detectLanguage(text),
    sourceUrl: null,
    fetchedAt: null,
    text,
  };
}

export default function NewArticle() {
  const { articleId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const navigation = useNavigation();
  return (
    <IntakeForm
      articleId={answer?.values["articleId"] ?? articleId}
      draft={answer && "draft" in answer ? answer.draft : null}
      message={answer?.message ?? null}
      errors={answer?.errors ?? {}}
      values={answer?.values ?? {}}
      busy={
        navigation.state === "idle" ? null : String(navigation.formData?.get("intent") ?? "save")
      }
    />
  );
}
