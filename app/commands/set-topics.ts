import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";
import { mostTopics, topicHolders } from "~/domain/topic/topic";

import type { Ports } from "./ports";

export const setTopicsInput = z.object({
  on: z.enum(topicHolders),
  id: z.uuid(),
  add: z.array(z.uuid()).max(mostTopics, `Choose at most ${mostTopics} topics.`),
  remove: z.array(z.uuid()).max(200),
});

/**
 * Gives an article or a claim topics and takes some from it. What is not named stays, so that nobody’s addition is lost
 * to somebody else’s; doing it twice does nothing more.
 */
export async function setTopics(
  { topics }: Pick<Ports, "topics">,
  person: Person,
  input: z.infer<typeof setTopicsInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "topic.set")) {
    return fail({ kind: "forbidden", message: "Only an editor sets topics." });
  }
  if (input.add.length + input.remove.length === 0) return ok(null);
  return topics.set(input);
}
