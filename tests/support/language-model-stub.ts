import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

import { z } from "zod";

/** The body of an OpenAI-compatible answer that says this. */
export function completion(content: string): string {
  return JSON.stringify({
    id: "stub",
    object: "chat.completion",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
  });
}

export const readQuestion = (request: IncomingMessage): Promise<unknown> => json(request);

const sent = z.object({ messages: z.array(z.object({ content: z.string() })).length(2) });
const material = z.object({ passage: z.string(), statement: z.string() });

/**
 * What the stub makes of a claim: a rewording with the words of the passage, and a split at its first "after". A passage
 * with "mislead" in it gets a name that is in no article.
 */
export function stubAnswer(question: unknown): string {
  const { messages } = sent.parse(question);
  const { passage } = material.parse(JSON.parse(messages[1]?.content ?? ""));
  if (/mislead/.test(passage)) return JSON.stringify({ statement: `Atlantis: ${passage}` });
  if (messages[0]?.content.includes('"parts"') !== true) {
    return JSON.stringify({ statement: `In short, ${passage}` });
  }
  const [first = "", second = ""] = passage.replace(/\.$/, "").split(" after ");
  return JSON.stringify({
    parts: [first, second].map((quote) => ({ statement: `It is said that ${quote}.`, quote })),
  });
}

/** Run by itself, with a port: the service that the browser tests' newsroom asks. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  createServer((request, response) => {
    if (request.method !== "POST") return void response.end("ok");
    readQuestion(request).then(
      (question) => response.end(completion(stubAnswer(question))),
      () => response.writeHead(400).end(),
    );
  }).listen(Number(process.argv[2]), "127.0.0.1");
}
