import { z } from "zod";

import { settlementWays } from "../review/dispute";
import { replyChannels, replyKinds } from "../review/right-of-reply";
import { revisionKinds } from "./correction/kinds";
import { ratings } from "../verdict/rating";
import { exceptionKinds } from "./report";

/** What a report keeps of its article, without the text. */
export const publishedSourceSchema = z.object({
  title: z.string(),
  byline: z.string().nullable(),
  outlet: z.string().nullable(),
  publishedOn: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  language: z.string(),
  sha256: z.string(),
});

/** What a version is to the one before it. */
export const revisionSchema = z.object({ kind: z.enum(revisionKinds), reason: z.string() });

/** What is published with a verdict beside its content, as it is stored and as the public log has it. */
export const publishedPartsSchema = z.object({
  credits: z.array(
    z.object({
      capacity: z.enum(["lead", "second", "adjudicator", "voter", "mender"]),
      name: z.string(),
      at: z.string(),
      blind: z.boolean().optional(),
    }),
  ),
  exceptions: z.array(
    z.object({
      kind: z.enum(exceptionKinds),
      reason: z.string(),
      at: z.string(),
    }),
  ),
  settlement: z
    .object({
      how: z.enum(settlementWays),
      votes: z.number(),
      dissents: z.array(
        z.object({ rating: z.enum(ratings), reason: z.string(), name: z.string(), at: z.string() }),
      ),
    })
    .nullable(),
  replies: z
    .array(
      z.object({
        asked: z.string(),
        channel: z.enum(replyChannels),
        askedOn: z.string(),
        dueOn: z.string(),
        answer: z
          .object({ kind: z.enum(replyKinds), words: z.string(), answeredOn: z.string() })
          .nullable(),
      }),
    )
    .nullable(),
});
