import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";
import { safeLink } from "~/domain/verdict/safe-link";

import type { Ports } from "./ports";

export const manageFeedsInput = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("add"),
    url: z
      .string()
      .transform((raw) => safeLink(raw.trim()) ?? "")
      .refine(
        (url) => url !== "" && url.length <= 2048,
        "Give the feed’s full http or https address, without a password.",
      ),
  }),
  z.object({ intent: z.enum(["pause", "resume", "remove", "look"]), feedId: z.uuid() }),
  z.object({ intent: z.enum(["dismiss", "restore"]), itemId: z.uuid() }),
]);

/** Has the desk watch a feed, or changes how; dismisses what a feed brought, or brings it back. */
export async function manageFeeds(
  { feeds }: Pick<Ports, "feeds">,
  person: Person,
  input: z.infer<typeof manageFeedsInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "feed.manage")) {
    return fail({ kind: "forbidden", message: "Only an editor can manage feeds." });
  }
  switch (input.intent) {
    case "add":
      return feeds.add(input.url);
    case "dismiss":
      return feeds.decide(input.itemId, "dismissed");
    case "restore":
      return feeds.decide(input.itemId, "new");
    default:
      return feeds.change(input.feedId, input.intent);
  }
}
