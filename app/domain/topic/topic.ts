import { z } from "zod";

/** What claims can be about, from the list that the desk keeps. */
export interface Topic {
  id: string;
  name: string;
  /** When it was retired: it stays where it is and is offered no more. Null while it is in use. ISO 8601. */
  retiredAt: string | null;
}

/** The topics of an article, and the own ones of those of its claims that have any, by claim. Ids. */
export interface TopicsOfArticle {
  article: readonly string[];
  claims: Readonly<Record<string, readonly string[]>>;
}

/** What a topic can be given to. */
export const topicHolders = ["article", "claim"] as const;
export type TopicHolder = (typeof topicHolders)[number];

/** How many topics one article, or one claim beside them, can have. */
export const mostTopics = 20;

export const topicName = z
  .string()
  .transform((name) => name.trim().replaceAll(/\s+/g, " "))
  .pipe(
    z
      .string()
      .min(1, "Give the topic a name.")
      .max(60, "A name of at most 60 characters; shorten it."),
  );

/** The topics that a claim has: its article’s and its own, each once. The database says the same (`effective_topics`). */
export const effectiveTopics = (
  { article, claims }: TopicsOfArticle,
  claimId: string,
): string[] => [...new Set([...article, ...(claims[claimId] ?? [])])];

/** These topics as the desk knows them, by name. */
export const topicsNamed = (known: readonly Topic[], ids: readonly string[]): Topic[] =>
  byName(known.filter(({ id }) => ids.includes(id)));

/** What a form offers: the topics in use, and those that are held, also where they were retired since. */
export const offeredTopics = (known: readonly Topic[], held: readonly string[]): Topic[] =>
  byName(known.filter(({ id, retiredAt }) => retiredAt === null || held.includes(id)));

/**
 * What somebody changed: between what their page showed and what they chose. Only that is carried out, so that a topic
 * that somebody else added meanwhile stays.
 */
export function topicChange(
  shown: readonly string[],
  chosen: readonly string[],
): { add: string[]; remove: string[] } {
  return {
    add: [...new Set(chosen)].filter((id) => !shown.includes(id)),
    remove: [...new Set(shown)].filter((id) => !chosen.includes(id)),
  };
}

const byName = (topics: readonly Topic[]): Topic[] =>
  topics.toSorted((a, b) => a.name.localeCompare(b.name, "en", { sensitivity: "base" }));
