import type { ActionFunctionArgs } from "@remix-run/node";

import { saveReportDraft, saveReportDraftInput } from "~/commands/save-report-draft";
import { describeRefusal, type Refusal } from "~/domain/refusal";
import { deskAction } from "~/web/desk-action";
import type { DraftAnswer } from "~/web/draft-saver";
import { parseForm } from "~/web/form";

/** Saves what is written for a report while it is written. Answers what became of it. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const answer = await take(args);
  return Response.json(
    "data" in answer ? { kind: "failed", message: answer.data.message } : answer,
  );
}

const take = (args: ActionFunctionArgs) =>
  deskAction(args, "report.publish", async ({ person, values }): Promise<DraftAnswer> => {
    const { ports } = args.context;
    const parsed = parseForm(saveReportDraftInput, {
      ...parsedJson(values["draft"]),
      ...{ articleId: args.params["id"], expected: values["expected"] },
    });
    const saved = parsed.ok ? await saveReportDraft(ports, person, parsed.value) : parsed;
    if (!saved.ok) return failed(saved.error);
    if (saved.value.kind === "saved") return saved.value;
    const { theirs } = saved.value;
    const names = await ports.people.names([theirs.savedBy]);
    const byName =
      theirs.savedBy === person.id ? "You" : (names.get(theirs.savedBy) ?? "A former editor");
    return { kind: "overtaken", theirs: { ...theirs, byName } };
  });

const failed = (refusal: Refusal): DraftAnswer => ({
  kind: "failed",
  message:
    refusal.kind === "invalid"
      ? Object.values(refusal.fields).flat().join(" ")
      : describeRefusal(refusal),
});

function parsedJson(text: string | undefined): object {
  try {
    const json: unknown = JSON.parse(text ?? "{}");
    return typeof json === "object" && json !== null ? json : {};
  } catch {
    return {};
  }
}
