import { useContext } from "react";

import type { FormState } from "~/components/ui/form-failure";
import { effectiveTopics, topicsNamed } from "~/domain/topic/topic";

import { TopicLabels } from "./topic-labels";
import { TopicsForm } from "./topics-form";
import { TopicsHere } from "./topics-here";

export interface ArticleTopicsProps extends FormState {
  articleId: string;
  maySet: boolean;
}

/** What an article is about, and the form to change it. */
export function ArticleTopics({ articleId, maySet, failure, busy }: ArticleTopicsProps) {
  const { known, held } = useContext(TopicsHere);
  if (!maySet && held.article.length === 0) return null;
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 text-sm">
      <TopicLabels topics={topicsNamed(known, held.article)} />
      {maySet ? (
        <TopicsForm
          on="article"
          id={articleId}
          own={held.article}
          given={[]}
          {...{ known, failure, busy }}
        />
      ) : null}
    </div>
  );
}

export interface ClaimTopicsProps extends FormState {
  claimId: string;
  maySet: boolean;
}

/** What a claim is about, by its article or by itself, and the form for its own topics. */
export function ClaimTopics({ claimId, maySet, failure, busy }: ClaimTopicsProps) {
  const { known, held } = useContext(TopicsHere);
  const all = effectiveTopics(held, claimId);
  if (!maySet && all.length === 0) return null;
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 text-sm">
      <TopicLabels topics={topicsNamed(known, all)} />
      {maySet ? (
        <TopicsForm
          on="claim"
          id={claimId}
          own={held.claims[claimId] ?? []}
          given={held.article}
          {...{ known, failure, busy }}
        />
      ) : null}
    </div>
  );
}
