import { Form } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { ChoiceField } from "~/components/ui/choice-field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Time } from "~/components/ui/time";
import { watchedDays, type WatchMode } from "~/domain/article/drift/watch";

import type { WatchState } from "./watch-line";

const modes: readonly { value: WatchMode; label: string }[] = [
  { value: "auto", label: "While its claims are of interest" },
  { value: "on", label: "Always" },
  { value: "off", label: "Only when somebody asks" },
];

export interface WatchFormProps extends FormState {
  watch: WatchState & { mode: WatchMode; mayWatch: boolean };
}

/** When the article is looked at by itself; editors set it. */
export function WatchForm({ watch, failure, busy }: WatchFormProps) {
  const mine = failureOf(failure, "watch");
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p className="max-w-prose">
        {watch.isWatched ? "It is watched. " : "It is not watched. "}
        {watch.isWatched && watch.nextLookAt !== null ? (
          <>
            Next look about <Time iso={watch.nextLookAt} />.
          </>
        ) : null}
      </p>
      {watch.mayWatch ? (
        <Form method="post" key={watch.mode} className="flex flex-col gap-3">
          <input type="hidden" name="intent" value="watch" />
          <ChoiceField
            legend="Look at the article by schedule"
            hint={`Of interest is an article from when a claim of it is in review until ${watchedDays} days after its latest publication.`}
            name="mode"
            options={modes}
            value={mine?.values["mode"] ?? watch.mode}
            errors={mine?.errors["mode"]}
          />
          <div>
            <Button size="small" busy={busy}>
              Set the watch
            </Button>
          </div>
        </Form>
      ) : (
        <p className="text-muted">
          {modes.find(({ value }) => value === watch.mode)?.label}. Editors can change that.
        </p>
      )}
    </div>
  );
}
