import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";
import { topicName } from "~/domain/topic/topic";

import type { Ports } from "./ports";

export const manageTopicsInput = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), name: topicName }),
  z.object({ intent: z.literal("rename"), topicId: z.uuid(), name: topicName }),
  z.object({ intent: z.literal("retire"), topicId: z.uuid() }),
  z.object({ intent: z.literal("restore"), topicId: z.uuid() }),
]);

/** Changes the desk’s list of topics. A retired topic stays where it is; brought back, it is offered again. */
export async function manageTopics(
  { topics }: Pick<Ports, "topics">,
  person: Person,
  input: z.infer<typeof manageTopicsInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "topic.manage")) {
    return fail({ kind: "forbidden", message: "Only an editor keeps the list of topics." });
  }
  switch (input.intent) {
    case "add":
      return topics.add(input.name);
    case "rename":
      return topics.rename(input.topicId, input.name);
    case "retire":
    case "restore":
      return topics.retire(input.topicId, input.intent === "retire");
  }
}
