import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";

import { offerCaptures, offerCapturesInput } from "~/commands/offer-captures";
import { requireClearance, requireClearanceInput } from "~/commands/require-clearance";
import { setReadOnly, setReadOnlyInput } from "~/commands/set-read-only";
import { CapturesSwitch } from "~/components/admin/captures-switch";
import { CheckpointPlaces } from "~/components/admin/checkpoint-places";
import { ClearanceSwitch } from "~/components/admin/clearance-switch";
import { reviewRulesInput, setReviewRules } from "~/commands/set-review-rules";
import { ReadOnlySwitch } from "~/components/admin/read-only-switch";
import { ReviewRulesForm } from "~/components/admin/review-rules";
import { AuditTrail } from "~/components/desk/audit-trail";
import { ButtonLink } from "~/components/ui/button";
import { failureOf } from "~/components/ui/form-failure";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { isBehind } from "~/domain/log/checkpoint-place";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Administration · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "desk.administer");
  const { approvals, captures, desk, audit, checkpointCopies } = context.ports;
  const [readOnly, rules, trail, isRequired, offer, places] = await Promise.all([
    desk.readOnly(),
    desk.reviewRules(),
    audit.of("desk", "desk"),
    approvals.isRequired(),
    captures.captureOffer(),
    checkpointCopies.standings(),
  ]);
  const now = new Date();
  return {
    ...{ readOnly, rules, trail, isRequired, offer },
    places: places.map((place) => ({ ...place, isBehind: isBehind(place, now) })),
  };
}

export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.administer", async ({ person, values }) => {
    if (values["intent"] === "require_clearance") {
      const chosen = parseForm(requireClearanceInput, values);
      if (!chosen.ok) return refuse(chosen.error, values);
      const set = await requireClearance(args.context.ports, person, chosen.value);
      return set.ok ? redirect("/desk/admin") : refuse(set.error, values);
    }
    if (values["intent"] === "offer_captures") {
      const chosen = parseForm(offerCapturesInput, values);
      if (!chosen.ok) return refuse(chosen.error, values);
      const set = await offerCaptures(args.context.ports, person, chosen.value);
      return set.ok ? redirect("/desk/admin") : refuse(set.error, values);
    }
    if (values["intent"] === "review_rules") {
      const rules = parseForm(reviewRulesInput, values);
      if (!rules.ok) return refuse(rules.error, values);
      const set = await setReviewRules(args.context.ports, person, rules.value);
      return set.ok ? redirect("/desk/admin") : refuse(set.error, values);
    }
    const parsed = parseForm(setReadOnlyInput, values);
    if (!parsed.ok) return refuse(parsed.error, values);
    const result = await setReadOnly(args.context.ports, person, parsed.value);
    return result.ok ? redirect("/desk/admin") : refuse(result.error, values);
  });

export default function Admin() {
  const { readOnly, rules, trail, isRequired, offer, places } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  const busy = useNavigation().state !== "idle";
  return (
    <Page width="narrow">
      <PageHeader
        title="Administration"
        actions={
          <>
            <ButtonLink to="/desk/people">People</ButtonLink>
            <ButtonLink to="/desk/work">Work in hand</ButtonLink>
            <ButtonLink to="/desk/topics">Topics</ButtonLink>
            <ButtonLink to="/desk/site">Pages of the site</ButtonLink>
            <ButtonLink to="/desk/webhooks">Webhooks</ButtonLink>
          </>
        }
      />
      <ReviewRulesForm {...{ rules, failure, busy }} />
      <ClearanceSwitch {...{ isRequired, failure, busy }} />
      <CapturesSwitch {...{ offer, failure, busy }} />
      <ReadOnlySwitch {...{ readOnly, busy }} failure={failureOf(failure, "read_only")} />
      <CheckpointPlaces places={places} />
      <Section title="What was done here">
        <AuditTrail events={trail} />
      </Section>
    </Page>
  );
}
