import { Form } from "@remix-run/react";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { TextField } from "~/components/ui/field";
import type { FormFailure } from "~/components/ui/form-failure";
import { Time } from "~/components/ui/time";
import type { Feed } from "~/domain/article/feed";

export interface FeedListProps {
  feeds: readonly Feed[];
  failure: FormFailure | null;
  busy: boolean;
}

/** The feeds that the desk watches: how each does, and what can be done with it. */
export function FeedList({ feeds, failure, busy }: FeedListProps) {
  return (
    <section aria-labelledby="feeds" className="mt-8 flex flex-col gap-4">
      <h2 id="feeds" className="text-lg font-semibold">
        Feeds
      </h2>
      {feeds.length === 0 ? (
        <p className="text-muted">No feed is watched yet.</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {feeds.map((feed) => (
            <FeedRow key={feed.id} feed={feed} busy={busy} />
          ))}
        </ul>
      )}
      <Form method="post" className="flex max-w-xl flex-col gap-3">
        <input type="hidden" name="intent" value="add" />
        <TextField
          label="Add a feed"
          name="url"
          type="url"
          inputMode="url"
          placeholder="https://"
          hint="The address of an RSS, Atom or JSON feed. It is read every quarter of an hour."
          defaultValue={failure?.values["intent"] === "add" ? failure.values["url"] : ""}
          errors={failure?.errors["url"]}
        />
        <div>
          <Button busy={busy}>Watch this feed</Button>
        </div>
      </Form>
    </section>
  );
}

function FeedRow({ feed, busy }: { feed: Feed; busy: boolean }) {
  const name = feed.title ?? new URL(feed.url).hostname;
  const step = (intent: string, label: string) => (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="feedId" value={feed.id} />
      <Button size="small" variant="quiet" busy={busy}>
        {label}
        <span className="sr-only">: {name}</span>
      </Button>
    </Form>
  );
  return (
    <li className="flex flex-col gap-2 px-4 py-3 sm:flex-row sm:items-start sm:justify-between">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3 font-medium break-words">
          {name}
          {feed.paused ? <Badge tone="neutral">Paused</Badge> : null}
          {feed.failures > 0 ? <Badge tone="warning">Cannot be read</Badge> : null}
        </p>
        <p className="text-sm break-all text-muted">{feed.url}</p>
        <p className="text-sm text-muted">
          {feed.readAt === null ? (
            "Not read yet"
          ) : (
            <>
              Read <Time iso={feed.readAt} />
            </>
          )}
          {feed.paused ? null : (
            <>
              ; next after <Time iso={feed.nextAt} />
            </>
          )}
        </p>
        {feed.problem === null ? null : (
          <p className="text-sm text-danger">
            {feed.problem} {feed.failures === 1 ? "Tried once" : `Tried ${feed.failures} times`};
            nothing is lost, it is tried again.
          </p>
        )}
      </div>
      <div className="flex shrink-0 flex-wrap gap-1">
        {feed.paused ? null : step("look", "Look now")}
        {feed.paused ? step("resume", "Resume") : step("pause", "Pause")}
        {step("remove", "Remove")}
      </div>
    </li>
  );
}
