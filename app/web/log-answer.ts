import { z } from "zod";

const headers = { "Cache-Control": "public, max-age=0, must-revalidate" };

/** What the log answers to programs: JSON, or one text. */
export const logJson = (body: unknown): Response => Response.json(body, { headers });
export const logText = (text: string): Response =>
  new Response(text, { headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });

export const logMissing = (why: string): Response => new Response(`${why}\n`, { status: 404 });

/** A place in the log or a size of it. */
export const logNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** The address's parameters as the schema reads them, or what is wrong with them. */
export function logParameters<T>(
  request: Request,
  schema: z.ZodType<T>,
  usage: string,
): { ok: true; value: T } | { ok: false; answer: Response } {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, answer: new Response(`Ask as ${usage}\n`, { status: 400 }) };
}
