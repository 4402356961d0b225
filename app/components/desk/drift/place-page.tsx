import { Form, Link } from "@remix-run/react";
import { Check, Search } from "lucide-react";
import { useState } from "react";

import { Button, buttonClass } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import type { FormState } from "~/components/ui/form-failure";
import { Page, PageHeader, Section } from "~/components/ui/page";
import type { FoundPassage } from "~/domain/article/drift/find-passage";

import type { SelectedWords } from "../selected-words";
import { PassagePicker } from "./passage-picker";

export interface PlacePageProps extends FormState {
  claim: { id: string; statement: string; words: string };
  language: string;
  /** The version to choose in; null where there is nothing to choose. */
  version: { number: number; text: string; driftId: string } | null;
  /** What was asked for, and where it stands or why nowhere. */
  asked: { words: string; found: FoundPassage | null; problem: string | null } | null;
}

/** Where a person chooses the passage at which a claim's words stand in a changed article, looks at it, and confirms it. */
export function PlacePage({ claim, language, version, asked, failure, busy }: PlacePageProps) {
  const room = `/desk/claims/${claim.id}`;
  const [selected, setSelected] = useState<SelectedWords | null>(null);
  const found = asked?.found ?? null;
  return (
    <Page>
      <PageHeader
        title="Where do the claim’s words stand now?"
        kicker={
          <Link to={room} className="underline">
            {claim.statement}
          </Link>
        }
      />
      {version === null ? (
        <EmptyState icon={Check} title="There is no passage to choose">
          The words were found, or the change was settled.{" "}
          <Link to={room} className="text-accent underline">
            Back to the claim
          </Link>
        </EmptyState>
      ) : (
        <>
          <p className="max-w-prose">
            The claim rests on: <q className="font-serif">{claim.words}</q> Choose what says the
            same in version {version.number}. The claim stays in its own version; what you choose is
            kept beside it and in the trail.
          </p>
          <FailureNotice failure={failure} />
          {found === null ? null : (
            <Section title="You have chosen" id="confirm">
              <blockquote
                lang={language}
                className="max-w-prose border-l-4 border-line-strong pl-3 font-serif text-lg wrap-anywhere whitespace-pre-line"
              >
                {found.words}
              </blockquote>
              <Form method="post" className="flex flex-wrap gap-2">
                <input type="hidden" name="driftId" value={version.driftId} />
                <input type="hidden" name="start" value={found.start} />
                <input type="hidden" name="end" value={found.end} />
                <input type="hidden" name="words" value={found.words} />
                <Button variant="primary" icon={Check} busy={busy}>
                  Confirm this passage
                </Button>
                <Link to={room} className={buttonClass("quiet")}>
                  Cancel
                </Link>
              </Form>
            </Section>
          )}
          <Section title={found === null ? "Choose the passage" : "Choose another passage"}>
            <Form
              method="get"
              className="flex max-w-prose flex-col gap-3"
              key={selected === null ? "typed" : `${selected.start} ${selected.end}`}
            >
              <input type="hidden" name="near" value={selected?.start ?? ""} />
              <TextAreaField
                label="Its words"
                name="words"
                rows={3}
                hint="Filled by what you select in the text below; they can be typed or pasted as well."
                defaultValue={selected?.quote ?? asked?.words ?? ""}
                errors={selected === null && asked?.problem ? [asked.problem] : undefined}
              />
              <div>
                <Button icon={Search}>Look at this passage</Button>
              </div>
            </Form>
            <PassagePicker
              text={version.text}
              language={language}
              marked={found}
              onSelect={setSelected}
            />
          </Section>
        </>
      )}
    </Page>
  );
}
