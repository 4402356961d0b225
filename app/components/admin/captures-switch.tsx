import { Form } from "@remix-run/react";
import { Save } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Section } from "~/components/ui/page";
import {
  captureOffers,
  captureOfferWords,
  type CaptureOffer,
} from "~/domain/evidence/capture-offer";

import { Choice } from "./choice";

export interface CapturesSwitchProps extends FormState {
  offer: CaptureOffer;
}

/** Which captures of the sources of what is published readers may have. */
export function CapturesSwitch({ offer, failure, busy }: CapturesSwitchProps) {
  const refused = failureOf(failure, "offer_captures");
  return (
    <Section title="Captures for readers">
      <p className="max-w-prose">
        Readers are always told when a source was captured, the SHA-256 of the capture, and when the
        source is lost.
      </p>
      <Form method="post" className="flex max-w-prose flex-col gap-3" key={offer}>
        <FailureNotice failure={refused} />
        <input type="hidden" name="intent" value="offer_captures" />
        <Choice
          legend="Which captures they may have"
          name="offer"
          options={captureOffers.map((value) => {
            const { label, hint } = captureOfferWords[value];
            return [value, label, hint] as const;
          })}
          value={refused?.values["offer"] ?? offer}
        />
        <div>
          <Button icon={Save} busy={busy}>
            Save for the whole desk
          </Button>
        </div>
      </Form>
    </Section>
  );
}
