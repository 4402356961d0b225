import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const settleErrorReportInput = z.object({
  reportId: z.uuid(),
  outcome: z
    .string()
    .trim()
    .min(3, "Say what came of it, in at least 3 characters.")
    .max(2000, "At most 2,000 characters."),
});

/** Takes a reader's report off the desk's list, with what came of it. It changes nothing of the verdict. */
export async function settleErrorReport(
  { errorReports }: Pick<Ports, "errorReports">,
  person: Person,
  { reportId, outcome }: z.infer<typeof settleErrorReportInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "error_report.settle")) {
    return fail({ kind: "forbidden", message: "Only an editor deals with readers’ reports." });
  }
  return errorReports.settle(reportId, outcome);
}
