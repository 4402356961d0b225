import { createContext } from "react";

import type { Topic, TopicsOfArticle } from "~/domain/topic/topic";

/** What a page of an article or of one of its claims knows of topics. */
export interface TopicsOfPage {
  /** All topics of the desk, those that were retired too. */
  known: readonly Topic[];
  held: TopicsOfArticle;
}

export const TopicsHere = createContext<TopicsOfPage>({
  known: [],
  held: { article: [], claims: {} },
});
