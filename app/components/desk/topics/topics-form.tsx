import { Form, Link } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { useDeskReadOnly } from "~/components/ui/desk-read-only";
import { FailureNotice } from "~/components/ui/failure-notice";
import type { FormState } from "~/components/ui/form-failure";
import { offeredTopics, type Topic, type TopicHolder } from "~/domain/topic/topic";

export interface TopicsFormProps extends FormState {
  on: TopicHolder;
  id: string;
  known: readonly Topic[];
  /** Its own topics, which can be taken from it. */
  own: readonly string[];
  /** Those that it has without them: a claim’s, from its article. */
  given: readonly string[];
}

/**
 * Which topics an article or a claim has. It sends what it showed beside what was chosen, so that only the difference is
 * carried out and nobody’s addition is lost.
 */
export function TopicsForm({ on, id, known, own, given, failure, busy }: TopicsFormProps) {
  const isShut = useDeskReadOnly() !== null;
  const refused =
    failure?.values["intent"] === "set_topics" && failure.values["id"] === id ? failure : null;
  const chosen = refused?.values["chosen"]?.split(",") ?? own;
  const offered = offeredTopics(known, own).filter((topic) => !given.includes(topic.id));
  return (
    // What was saved is in the labels, and the form has done its work.
    <details open={refused !== null} key={own.join()} className="min-w-0">
      <summary className="flex min-h-6 cursor-pointer items-center rounded-sm font-medium text-accent">
        {on === "article" ? "Topics of the article…" : "Topics of this claim…"}
      </summary>
      <Form method="post" preventScrollReset className="mt-2 flex flex-col gap-3">
        <input type="hidden" name="intent" value="set_topics" />
        <input type="hidden" name="on" value={on} />
        <input type="hidden" name="id" value={id} />
        {on === "claim" ? <input type="hidden" name="claimId" value={id} /> : null}
        {own.map((topic) => (
          <input key={topic} type="hidden" name="had" value={topic} />
        ))}
        <FailureNotice failure={refused} />
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 max-w-prose text-muted">
            {on === "article"
              ? "They hold for each of its claims."
              : "Beside those of its article, which hold for all its claims."}
          </legend>
          {offered.length === 0 ? <p>The desk has no other topic.</p> : null}
          <div className="flex flex-wrap gap-x-5 gap-y-1">
            {offered.map((topic) => (
              <label key={topic.id} className="flex min-h-7 items-center gap-2">
                <input
                  type="checkbox"
                  name="topic"
                  value={topic.id}
                  disabled={isShut}
                  defaultChecked={chosen.includes(topic.id)}
                  className="size-4 accent-accent"
                />
                {topic.name}
                {topic.retiredAt === null ? null : <span className="text-muted">(retired)</span>}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap items-center gap-3">
          {offered.length === 0 ? null : (
            <Button size="small" busy={busy}>
              Save the topics
            </Button>
          )}
          <Link
            to="/desk/topics"
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            The desk’s list of topics
          </Link>
        </div>
      </Form>
    </details>
  );
}
