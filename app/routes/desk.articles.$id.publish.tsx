import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { publishGate, publishReport, publishReportInput, unmetOf } from "~/commands/publish-report";
import { PublishForm } from "~/components/desk/publish-form";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import { standingClearance, type Clearance } from "~/domain/review/clearance";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { isId, notFound, requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Publish · Countersign" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "report.publish");
  const { approvals, articles, claims, people, reviews, reports } = context.ports;
  const id = params["id"] ?? "";
  const article = isId(id) ? await articles.find(id) : null;
  if (!article) throw notFound();
  const all = await claims.ofArticle(id);
  const slug = await reports.slugOfArticle(id);
  const report = slug === null ? null : await reports.find(slug);
  const waiting = all.filter(({ state }) => state === "approved");
  const [clearances, isRequired] = await Promise.all([
    approvals.clearances(waiting.map((claim) => claim.id)),
    approvals.isRequired(),
  ]);
  const names = await people.names(clearances.map(({ by }) => by));
  const approved = await Promise.all(
    waiting.map(async (claim) => {
      const record = await reviews.record(claim.id);
      const latest = record.versions.at(-1);
      return {
        claim,
        rating: latest?.content.verdict.rating ?? null,
        summary: latest?.content.verdict.summary ?? "",
        contentHash: latest?.contentHash ?? "",
        isLacking: latest !== undefined && unmetOf(latest.content).length > 0,
        cleared: clearanceOf(standingClearance(clearances, latest?.id), names),
      };
    }),
  );
  return {
    article,
    approved,
    gate: publishGate(
      person,
      all,
      await reports.signedAny(id, person.id),
      approved.filter(({ isLacking }) => isLacking).length,
      isRequired ? approved.filter(({ cleared }) => cleared === null).length : null,
    ),
    mayExcept: may(person, "duties.except"),
    published: report && { slug: report.slug, headline: report.headline, summary: report.summary },
  };
}

const clearanceOf = (clearance: Clearance | null, names: ReadonlyMap<string, string>) =>
  clearance && { byName: names.get(clearance.by) ?? "A former editor", at: clearance.clearedAt };

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "report.publish", ({ person, values }) => publish(args, person, values));

async function publish(
  { context, params }: ActionFunctionArgs,
  person: Person,
  values: Record<string, string>,
) {
  const verdicts = Object.entries(values)
    .filter(([name]) => name.startsWith("shortClaim:"))
    .map(([name, shortClaim]) => {
      const claimId = name.slice("shortClaim:".length);
      return { claimId, version: values[`version:${claimId}`], shortClaim };
    });
  const parsed = parseForm(publishReportInput, { ...values, articleId: params["id"], verdicts });
  if (!parsed.ok) return refuse(parsed.error, values);
  const result = await publishReport(context.ports, person, parsed.value);
  if (!result.ok) return refuse(result.error, values);
  return redirect(`/reports/${result.value.slug}`);
}

export default function Publish() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  return <PublishForm {...loaded} failure={failure ?? null} busy={busy} />;
}
