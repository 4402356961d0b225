import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { Topic, TopicHolder, TopicsOfArticle } from "~/domain/topic/topic";

/** What a change of topics names. Everything that it does not name stays as it is. */
export interface TopicChange {
  on: TopicHolder;
  id: string;
  add: readonly string[];
  remove: readonly string[];
}

/** The desk’s list of topics, and which articles and claims have which. */
export interface TopicStore {
  /** All of them by name, those that were retired too. */
  list(): Promise<Topic[]>;
  ofArticle(articleId: string): Promise<TopicsOfArticle>;
  add(name: string): Promise<Result<null, Refusal>>;
  rename(topicId: string, name: string): Promise<Result<null, Refusal>>;
  retire(topicId: string, isRetired: boolean): Promise<Result<null, Refusal>>;
  set(change: TopicChange): Promise<Result<null, Refusal>>;
}
