import type { Details, Sentences } from "./details";

/** The desk's list of topics, and what articles and claims are about. */
export const topicEvents = {
  "desk.topic_added": (of) => `added the topic${of.quoted("name")}`,
  "desk.topic_renamed": (of) => {
    const before = of.text("before");
    const after = of.text("name");
    return before === null || after === null
      ? "renamed a topic"
      : `renamed the topic “${before}” to “${after}”`;
  },
  "desk.topic_retired": (of) => `retired the topic${of.quoted("name")}`,
  "desk.topic_restored": (of) => `brought the topic${of.quoted("name")} back`,
  "article.topics_changed": (of) => changed(of, "article"),
  "claim.topics_changed": (of) => changed(of, "claim"),
} satisfies Sentences;

function changed(of: Details, holder: string): string {
  const parts = [
    named("gave", `the ${holder}`, of.list("added")),
    named("took from", `the ${holder}`, of.list("removed")),
  ].filter((part) => part !== null);
  return parts.length === 0 ? `changed the topics of the ${holder}` : parts.join(" and ");
}

function named(verb: string, holder: string, topics: readonly unknown[]): string | null {
  const names = topics.filter((name) => typeof name === "string").map((name) => `“${name}”`);
  if (names.length === 0) return null;
  return `${verb} ${holder} the ${names.length === 1 ? "topic" : "topics"} ${names.join(", ")}`;
}
