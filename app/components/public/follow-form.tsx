import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextField } from "~/components/ui/field";
import type { FormFailure } from "~/components/ui/form-failure";

export interface FollowFormProps {
  /** The verdict that it is about. */
  slug: string;
  failure?: FormFailure | null;
}

/** Asks to be told when a verdict changes. Complete without JavaScript. */
export function FollowForm({ slug, failure = null }: FollowFormProps) {
  return (
    <form
      method="post"
      action={`/claims/${slug}/follow`}
      className="flex max-w-prose flex-col gap-4"
    >
      <FailureNotice failure={failure} />
      <TextField
        label="Your email address"
        name="address"
        type="email"
        autoComplete="email"
        maxLength={254}
        hint="First you get a mail in which you confirm it. We keep the address for this alone, nobody at the desk reads it, and each mail has a link that deletes it."
        defaultValue={failure?.values["address"]}
        errors={failure?.errors["address"]}
      />
      <div>
        <Button>Tell me when it changes</Button>
      </div>
    </form>
  );
}

/** Folded away below a verdict. */
export function FollowOffer({ slug }: { slug: string }) {
  return (
    <details className="no-print rounded-lg border border-line">
      <summary className="min-h-9 px-4 py-2 font-medium">Tell me when this verdict changes</summary>
      <div className="border-t border-line p-4">
        <FollowForm slug={slug} />
      </div>
    </details>
  );
}
