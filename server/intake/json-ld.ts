import { z } from "zod";

/** What a page says about itself in structured data (schema.org), as far as an article needs it. */
export interface ArticleData {
  headline?: string;
  author?: string;
  publisher?: string;
  published?: string;
}

const articleTypes =
  /^(?:https?:\/\/schema\.org\/)?(?:[A-Za-z]*Article|BlogPosting|LiveBlogPosting|Report|AnalysisNewsArticle)$/;
const mostNodes = 500;

const one = <T extends z.ZodType>(schema: T) =>
  z
    .union([schema, z.array(schema).transform((all) => all[0])])
    .optional()
    .catch(undefined);
const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const thing = z.object({
  "@type": z.union([z.string(), z.array(z.string())]),
  headline: one(z.string()),
  name: one(z.string()),
  author: z
    .union([named.transform((name) => [name]), z.array(named)])
    .optional()
    .catch(undefined),
  publisher: one(named),
  datePublished: one(z.string()),
});

/** The first article that the blocks describe. Blocks that are not JSON say nothing, as in a browser. */
export function articleData(blocks: readonly string[]): ArticleData {
  for (const node of nodesIn(blocks)) {
    const read = thing.safeParse(node);
    if (!read.success) continue;
    const types = [read.data["@type"]].flat();
    if (!types.some((type) => articleTypes.test(type))) continue;
    const { headline, author, publisher, datePublished } = read.data;
    return {
      ...(headline !== undefined && { headline }),
      ...(author !== undefined && author.length > 0 && { author: author.slice(0, 10).join(", ") }),
      ...(publisher !== undefined && { publisher }),
      ...(datePublished !== undefined && { published: datePublished }),
    };
  }
  return {};
}

/** All things that the blocks describe, one after the other. */
export function* nodesIn(blocks: readonly string[]): Generator<unknown> {
  for (const block of blocks) yield* nodesOf(parse(block));
}

function parse(block: string): unknown {
  try {
    return JSON.parse(block);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The value, what its arrays hold and what stands in its `@graph`, without recursion. */
function* nodesOf(value: unknown): Generator<unknown> {
  const waiting: unknown[] = [value];
  for (let visited = 0; visited < mostNodes && waiting.length > 0; visited += 1) {
    const node = waiting.shift();
    if (Array.isArray(node)) {
      waiting.push(...node.slice(0, mostNodes));
    } else if (typeof node === "object" && node !== null) {
      yield node;
      if ("@graph" in node) waiting.push(node["@graph"]);
      if ("mainEntity" in node) waiting.push(node.mainEntity);
    }
  }
}
