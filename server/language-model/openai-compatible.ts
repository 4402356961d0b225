import { request, type Dispatcher } from "undici";
import { z } from "zod";

import type { LanguageModel, LanguageModelProblem } from "~/commands/ports/language-model";
import type { ChatMessage } from "~/domain/claim/suggestion/request";
import { fail, ok, type Result } from "~/domain/result";

import type { LanguageModelSettings } from "../config";
import { modelProblem } from "./problem";

export interface LanguageModelLimits {
  /** For everything together: connection, thinking and the body. */
  totalMs: number;
  maxBytes: number;
  /** Questions on their way for the whole process. */
  atOnce: number;
}

const defaultLimits: LanguageModelLimits = { totalMs: 45_000, maxBytes: 500_000, atOnce: 4 };

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * A model behind the chat completions of an OpenAI-compatible service. The address is the operator's, so it may be a
 * local one; it is asked as it is, and a redirect is not followed, so that the key and the article go nowhere else.
 */
export function createLanguageModel(
  settings: LanguageModelSettings,
  limits: LanguageModelLimits = defaultLimits,
): LanguageModel {
  let onTheWay = 0;
  return {
    name: settings.name,
    async answer(messages) {
      if (onTheWay >= limits.atOnce) {
        return fail(modelProblem("busy", "The language model is busy with other questions."));
      }
      onTheWay += 1;
      const signal = AbortSignal.timeout(limits.totalMs);
      try {
        return await ask(settings, messages, limits, signal);
      } catch {
        return fail(signal.aborted ? slow(limits) : away);
      } finally {
        onTheWay -= 1;
      }
    },
  };
}

async function ask(
  { url, key, name }: LanguageModelSettings,
  messages: readonly ChatMessage[],
  limits: LanguageModelLimits,
  signal: AbortSignal,
): Promise<Result<string, LanguageModelProblem>> {
  const answer = await request(`${url}/chat/completions`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      "accept-encoding": "identity",
      ...(key !== null && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ model: name, messages, stream: false }),
    signal,
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
  });
  // A body that is not read to its end is cut off, and nobody waits for what it says then.
  answer.body.on("error", () => undefined);
  if (answer.statusCode < 200 || answer.statusCode > 299) {
    answer.body.destroy();
    return fail(refused(answer.statusCode));
  }
  const body = await readText(answer.body, limits.maxBytes);
  if (body === null) {
    return fail(modelProblem("too_large", "The language model’s answer was far too long."));
  }
  const parsed = completion.safeParse(parseJson(body));
  const content = parsed.success ? parsed.data.choices[0]?.message.content : undefined;
  return content === undefined ? fail(notJson) : ok(content);
}

/** The whole body as text; null when it is longer than that many bytes. */
async function readText(
  body: Dispatcher.ResponseData["body"],
  maxBytes: number,
): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    total += chunk.byteLength;
    if (total > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const away = modelProblem("away", "The language model could not be reached.");

const notJson = modelProblem(
  "not_json",
  "The language model’s service answered in another form than an OpenAI-compatible one does.",
  "Write it yourself, and tell whoever runs this desk.",
);

const refused = (status: number) =>
  modelProblem(
    "refused",
    `The language model’s service refused the question (HTTP ${status}).`,
    "Write it yourself, and tell whoever runs this desk if it stays so.",
  );

const slow = ({ totalMs }: LanguageModelLimits) =>
  modelProblem("slow", `The language model took longer than ${totalMs / 1000} seconds.`);
