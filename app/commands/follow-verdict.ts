import { z } from "zod";

import type { Refusal } from "~/domain/refusal";
import { readerAddress } from "~/domain/report/follower";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const followVerdictInput = z.object({ address: z.string() });

/** Asks, for a reader, to be told when a verdict changes. It begins when they confirm it by the link that is mailed to them. */
export async function followVerdict(
  { followers }: Pick<Ports, "followers">,
  slug: string,
  { address }: z.infer<typeof followVerdictInput>,
): Promise<Result<null, Refusal>> {
  const read = readerAddress(address);
  if (!read.ok) return fail({ kind: "invalid", fields: { address: [read.error] } });
  return followers.follow(slug, read.value);
}

const secret = z.string().regex(/^[0-9a-f]{64}$/);

/** The secret of a link, if it can be one. */
export const followerSecret = (text: string | undefined): string | null =>
  secret.safeParse(text).data ?? null;
