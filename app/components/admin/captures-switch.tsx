import { Form } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Section } from "~/components/ui/page";

export interface CapturesSwitchProps extends FormState {
  isOffered: boolean;
}

/** Whether readers may have the captures of the sources of what is published. */
export function CapturesSwitch({ isOffered, failure, busy }: CapturesSwitchProps) {
  return (
    <Section title="Captures for readers" aside={isOffered ? "Offered" : "Kept at the desk"}>
      <p className="max-w-prose">
        Readers are always told when a source was captured and the SHA-256 of the capture.{" "}
        {isOffered
          ? "They can save the captures as well."
          : "The captures themselves are copies of what others published, and stay at the desk."}
      </p>
      <Form method="post" className="flex flex-col gap-3">
        <FailureNotice failure={failureOf(failure, "offer_captures")} />
        <input type="hidden" name="intent" value="offer_captures" />
        <input type="hidden" name="on" value={isOffered ? "no" : "yes"} />
        <div>
          <Button busy={busy}>
            {isOffered ? "Keep the captures at the desk" : "Offer the captures to readers"}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
