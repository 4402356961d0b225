import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigate, useNavigation } from "@remix-run/react";
import type { z } from "zod";

import { publishReport, publishReportInput } from "~/commands/publish-report";
import { saveReportDraft, saveReportDraftInput } from "~/commands/save-report-draft";
import {
  cancelEmbargo,
  cancelEmbargoInput,
  setEmbargo,
  setEmbargoInput,
} from "~/commands/set-embargo";
import {
  republishReport,
  republishReportInput,
  unpublishReport,
  unpublishReportInput,
} from "~/commands/unpublish-report";
import { Composer } from "~/components/desk/composer/composer";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import { openComposer } from "~/web/composer-page";
import { sentDraft, sentVerdicts, typedDraft } from "~/web/composer-form";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";
import { useReportDraft } from "~/web/use-report-draft";

export const meta: MetaFunction = () => [{ title: "Publish · Countersign" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "report.publish");
  return openComposer(context.ports, person, params["id"] ?? "");
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "report.publish", ({ person, values }) => {
    switch (values["intent"]) {
      case "save_draft":
        return save(args, person, values);
      case "set_embargo":
        return wait(args, person, values);
      case "cancel_embargo":
        return take(args, values, cancelEmbargoInput, (input) =>
          cancelEmbargo(args.context.ports, person, input),
        );
      case "unpublish":
        return take(args, values, unpublishReportInput, (input) =>
          unpublishReport(args.context.ports, person, input),
        );
      case "republish":
        return take(args, values, republishReportInput, (input) =>
          republishReport(args.context.ports, person, input),
        );
      default:
        return publish(args, person, { ...values, intent: "publish" });
    }
  });

const sentReport = (params: ActionFunctionArgs["params"], values: Record<string, string>) => ({
  ...values,
  ...{ articleId: params["id"], verdicts: sentVerdicts(values), order: sentDraft(values).order },
});

async function publish(
  { context, params }: ActionFunctionArgs,
  person: Person,
  values: Record<string, string>,
) {
  const parsed = parseForm(publishReportInput, sentReport(params, values));
  if (!parsed.ok) return refuse(parsed.error, values);
  const result = await publishReport(context.ports, person, parsed.value);
  if (!result.ok) return refuse(result.error, values);
  return redirect(`/reports/${result.value.slug}`);
}

async function wait(
  { context, params }: ActionFunctionArgs,
  person: Person,
  values: Record<string, string>,
) {
  const parsed = parseForm(setEmbargoInput, sentReport(params, values));
  if (!parsed.ok) return refuse(parsed.error, values);
  const result = await setEmbargo(context.ports, person, parsed.value);
  return result.ok ? redirect(here(params)) : refuse(result.error, values);
}

/** Takes a step that leads back to this page. */
async function take<S extends z.ZodType>(
  { params }: ActionFunctionArgs,
  values: Record<string, string>,
  schema: S,
  command: (input: z.infer<S>) => Promise<Result<unknown, Refusal>>,
) {
  const parsed = parseForm(schema, { ...values, articleId: params["id"] });
  if (!parsed.ok) return refuse(parsed.error, values);
  const result = await command(parsed.value);
  return result.ok ? redirect(here(params)) : refuse(result.error, values);
}

const here = (params: ActionFunctionArgs["params"]) => `/desk/articles/${params["id"]}/publish`;

/** Where no script saves it. */
async function save(
  { context, params }: ActionFunctionArgs,
  person: Person,
  values: Record<string, string>,
) {
  const articleId = params["id"];
  const parsed = parseForm(saveReportDraftInput, {
    ...sentDraft(values),
    ...{ articleId, expected: values["expected"] },
  });
  if (!parsed.ok) return refuse(parsed.error, values);
  const result = await saveReportDraft(context.ports, person, parsed.value);
  if (!result.ok) return refuse(result.error, values);
  if (result.value.kind === "overtaken") return refuse(overtaken, values);
  return redirect(here(params));
}

const overtaken = {
  kind: "illegal",
  message:
    "Another editor has saved a draft since you opened this page. Nothing of yours was saved, and what you typed is still here. Open the page again beside this one to see theirs.",
} as const;

export default function Publish() {
  const { draft: opened, ...loaded } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  const busy = useNavigation().state !== "idle";
  const navigate = useNavigate();
  const { id } = loaded.article;
  const draft = useReportDraft(
    id,
    failure && "headline" in failure.values ? typedDraft(failure.values, opened) : opened,
  );
  const preview = async () => {
    await draft.save();
    navigate(`/desk/articles/${id}/preview`);
  };
  return (
    <Composer
      {...loaded}
      draft={draft}
      failure={failure}
      busy={busy}
      onPreview={() => void preview()}
    />
  );
}
