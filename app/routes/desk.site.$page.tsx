import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { saveSitePage, saveSitePageInput } from "~/commands/save-site-page";
import { SitePageEditor } from "~/components/admin/site/site-page-editor";
import { defaultTexts } from "~/domain/site/default-texts";
import { readPageText } from "~/domain/site/page-text";
import { isSitePageName, sitePageFrames, type SitePageName } from "~/domain/site/site-page";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { notFound, requirePerson } from "~/web/guards";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.frame.title ?? "Pages of the site"} · Countersign` },
];

function pageOf(params: LoaderFunctionArgs["params"]): SitePageName {
  const name = params["page"] ?? "";
  if (!isSitePageName(name)) throw notFound();
  return name;
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  requirePerson(context, request, "site.write");
  const name = pageOf(params);
  const asked = new URL(request.url).searchParams;
  const versions = await context.ports.sitePages.versions(name);
  const opened = versions.find(({ number }) => String(number) === asked.get("version"));
  const newest = versions[0];
  const own = opened?.text ?? newest?.text ?? "";
  return {
    ...{ name, frame: sitePageFrames[name], newest: newest?.number ?? 0 },
    text: own === "" ? (defaultTexts[name] ?? "") : own,
    versions: versions.map(({ text: _text, ...version }) => version),
    opened: opened?.number ?? null,
    isSaved: asked.has("saved"),
  };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "site.write", async ({ person, values }) => {
    const name = pageOf(args.params);
    const { ports, publicUrl } = args.context;
    const parsed = parseForm(saveSitePageInput, values);
    if (!parsed.ok) return refuse(parsed.error, values);
    if (values["intent"] === "preview") {
      return { typed: values["text"] ?? "", preview: readPageText(parsed.value.text, publicUrl) };
    }
    const saved = await saveSitePage(ports, person, name, parsed.value);
    return saved.ok ? redirect(`/desk/site/${name}?saved`) : refuse(saved.error, values);
  });

export default function WriteSitePage() {
  const done = useActionData<typeof action>() ?? null;
  const loaded = useLoaderData<typeof loader>();
  const isPreview = done !== null && "preview" in done;
  return (
    <SitePageEditor
      {...loaded}
      text={isPreview ? done.typed : loaded.text}
      preview={isPreview ? done.preview : null}
      failure={isPreview ? null : done}
      busy={useNavigation().formAction !== undefined}
    />
  );
}
