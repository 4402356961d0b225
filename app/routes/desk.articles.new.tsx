import { randomUUID } from "node:crypto";

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";

import type { Ports } from "~/commands/ports";
import type { OriginalBytes, SameArticle } from "~/commands/ports/intake";
import { saveArticle } from "~/commands/save-article";
import { Bookmarklet } from "~/components/desk/bookmarklet";
import { IntakeForm } from "~/components/desk/intake-form";
import type { ArticleDraft } from "~/domain/article/article";
import { cleanText } from "~/domain/article/clean-text";
import { checkDraft } from "~/domain/article/draft";
import { detectLanguage } from "~/domain/article/language";
import { sharedLink } from "~/domain/article/shared-link";
import type { Person } from "~/domain/people/person";
import { describeRefusal } from "~/domain/refusal";
import { safeLink } from "~/domain/verdict/safe-link";
import { deskAction } from "~/web/desk-action";
import { refuse } from "~/web/form";
import { isId, requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "New article · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "article.create");
  const { url, text } = sharedLink(new URL(request.url).searchParams);
  return {
    articleId: randomUUID(),
    desk: context.publicUrl,
    shared:
      url === "" && text === "" ? null : { intent: url === "" ? "paste" : "fetch", url, text },
  };
}

/** A draft to be corrected by hand, or why there is none; in both cases with everything that was typed. */
interface Found {
  draft: ArticleDraft | null;
  originalId: string | null;
  same: SameArticle[];
  message: string | null;
  errors: Record<string, string[]>;
  values: Record<string, string>;
}

const notFound = (field: string, message: string, values: Record<string, string>): Found => ({
  draft: null,
  originalId: null,
  same: [],
  message: "There is nothing to correct yet; nothing was saved.",
  errors: { [field]: [message] },
  values,
});

/** Keeps what was read until the article is saved, and looks whether it is here already. */
async function found(
  { originals }: Ports,
  draft: ArticleDraft,
  original: OriginalBytes,
  said: { field: string; values: Record<string, string>; message: string | null },
): Promise<Found> {
  const { field, values, message } = said;
  const staged = await originals.stage(original);
  if (!staged.ok) return notFound(field, describeRefusal(staged.error), values);
  const { sourceUrl, text } = draft;
  const same = await originals.alike({ sourceUrl, text, originalId: staged.value });
  return { draft, originalId: staged.value, same, message, errors: {}, values };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "article.create", (sent) => takeIn(args, sent));

async function takeIn(
  { context: { ports } }: ActionFunctionArgs,
  {
    person,
    form,
    values: { html = "", ...values },
  }: { person: Person; form: FormData; values: Record<string, string> },
) {
  switch (values["intent"]) {
    case "paste": {
      const text = cleanText(values["text"] ?? "");
      if (text === "") return notFound("text", "Paste the article’s text.", values);
      const draft = draftFromPaste(text, safeLink(values["url"] ?? ""));
      return found(ports, draft, pasted(html, values["text"] ?? "", draft.sourceUrl), {
        ...{ field: "text", values, message: null },
      });
    }
    case "upload": {
      const file = form.get("file");
      if (!(file instanceof File) || file.size === 0) {
        return notFound("file", "Choose a .docx, .pdf, .txt, .md or .html file.", values);
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const read = await ports.intake.read({ name: file.name, type: file.type, bytes });
      if (!read.ok) return notFound("file", read.error, values);
      const { original, notice, ...draft } = read.value;
      return found(ports, draft, original, { field: "file", values, message: notice });
    }
    case "fetch": {
      const fetched = await ports.intake.fetch(values["url"] ?? "");
      if (!fetched.ok) return notFound("url", fetched.error, values);
      const { original, notice, ...draft } = fetched.value;
      const item = await feedItem(ports, values["item"]);
      const withDate = {
        ...draft,
        publishedOn: draft.publishedOn ?? item?.publishedAt?.slice(0, 10) ?? null,
      };
      const cameBy = item === null ? original : { ...original, way: "feed" as const };
      return found(ports, withDate, cameBy, { field: "url", values, message: notice });
    }
    case "save":
      return save(ports, person, values);
    default:
      throw new Response("Bad request", { status: 400 });
  }
}

async function save(ports: Ports, person: Person, values: Record<string, string>) {
  const articleId = z.uuid().safeParse(values["articleId"]);
  const originalId = z
    .uuid()
    .nullable()
    .safeParse(values["originalId"] || null);
  if (!articleId.success || !originalId.success) throw new Response("Bad request", { status: 400 });
  const today = new Date().toISOString().slice(0, 10);
  const checked = checkDraft(values, today);
  if (!checked.ok) return refuse({ kind: "invalid", fields: checked.error }, values);
  const { sourceUrl, text } = checked.value;
  const like = { sourceUrl, text, originalId: originalId.data };
  const same = (await ports.originals.alike(like)).filter(({ id }) => id !== articleId.data);
  if (same.length > 0 && values["known"] !== "yes") {
    const answer: Found = {
      ...{ draft: null, originalId: originalId.data, same, message: null, errors: {} },
      values: { ...values, known: "yes" },
    };
    return answer;
  }
  const saved = await saveArticle(ports, person, {
    articleId: articleId.data,
    draft: checked.value,
    originalId: originalId.data,
  });
  if (!saved.ok) return refuse(saved.error, values);
  return redirect(`/desk/articles/${saved.value.articleId}`);
}

const feedItem = async (ports: Ports, id: string | undefined) =>
  id !== undefined && isId(id) ? ports.feeds.item(id) : null;

/** What was pasted: with its markup where that came along, else the words. */
function pasted(html: string, text: string, url: string | null): OriginalBytes {
  const [sent, mediaType] = html === "" ? [text, "text/plain"] : [html, "text/html"];
  return {
    ...{ way: "paste", name: null, url },
    mediaType: `${mediaType}; charset=utf-8`,
    bytes: new TextEncoder().encode(sent),
  };
}

function draftFromPaste(text: string, sourceUrl: string | null): ArticleDraft {
  const firstLine = text.split("\n", 1)[0] ?? "";
  return {
    title: firstLine.length <= 200 ? firstLine : "",
    byline: null,
    outlet: null,
    publishedOn: null,
    language: detectLanguage(text),
    sourceUrl,
    fetchedAt: null,
    text,
  };
}

export default function NewArticle() {
  const { articleId, desk, shared } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const navigation = useNavigation();
  const readNow = answer && "draft" in answer ? answer : null;
  return (
    <IntakeForm
      articleId={answer?.values["articleId"] ?? articleId}
      originalId={readNow?.originalId ?? answer?.values["originalId"] ?? null}
      same={readNow?.same ?? []}
      draft={readNow?.draft ?? null}
      message={answer?.message ?? null}
      errors={answer?.errors ?? {}}
      values={answer?.values ?? shared ?? {}}
      busy={
        navigation.state === "idle" ? null : String(navigation.formData?.get("intent") ?? "save")
      }
      below={<Bookmarklet desk={desk} />}
    />
  );
}
