import { Form, Link } from "@remix-run/react";
import { Eye, Save } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import type { FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { RichText } from "~/components/verdict/rich-text";
import type { SitePageFrame, SitePageName, SitePageVersion } from "~/domain/site/site-page";
import type { RichText as Blocks } from "~/domain/verdict/rich-text";

export interface SitePageEditorProps extends FormState {
  name: SitePageName;
  frame: SitePageFrame;
  /** What the form begins with: the newest text, an earlier version, or what comes with the software. */
  text: string;
  /** The number of the newest version; 0 where there is none. */
  newest: number;
  versions: readonly Omit<SitePageVersion, "text">[];
  /** The earlier version that was opened. */
  opened: number | null;
  /** What was typed, as readers would see it. */
  preview: Blocks | null;
  isSaved: boolean;
}

/** Writes one page of the site: its text, how it would look, and every version that was saved. */
export function SitePageEditor(props: SitePageEditorProps) {
  const { name, frame, text, newest, versions, opened, preview, isSaved, failure, busy } = props;
  return (
    <Page width="narrow">
      <PageHeader title={frame.title} kicker={<Link to="/desk/site">Pages of the site</Link>} />
      {isSaved && failure === null ? (
        <Notice kind="success" live title="Saved">
          Readers see it now at{" "}
          <a href={`/${name}`} className="underline">
            /{name}
          </a>
          .
        </Notice>
      ) : null}
      <p className="max-w-prose text-sm text-muted">What belongs here: {frame.asks}</p>
      {opened === null ? null : (
        <Notice kind="info" title={`Version ${opened} is opened`}>
          Save it to bring it back; it then becomes the newest version.
        </Notice>
      )}
      <Form method="post" className="flex flex-col gap-3" key={`${newest} ${opened ?? ""}`}>
        <FailureNotice failure={failure} />
        <input type="hidden" name="expected" value={failure?.values["expected"] ?? newest} />
        <TextAreaField
          label="Text"
          name="text"
          rows={24}
          optional="unsaid"
          hint={
            <>
              A blank line between paragraphs. <code>## Heading</code>, <code>- item</code>,{" "}
              <code>1. item</code>, <code>&gt; quotation</code>, <code>**bold**</code>,{" "}
              <code>*italic*</code>, <code>[words](https://address)</code> or{" "}
              <code>[words](/corrections)</code>. With no text at all the page says what comes with
              the software, or that nothing was said.
            </>
          }
          defaultValue={failure?.values["text"] ?? text}
          errors={failure?.errors["text"]}
        />
        <div className="flex flex-wrap gap-3">
          <Button icon={Save} busy={busy} name="intent" value="save">
            Save for readers
          </Button>
          <Button variant="secondary" icon={Eye} busy={busy} name="intent" value="preview">
            Look at it first
          </Button>
        </div>
      </Form>
      {preview === null ? null : (
        <Section title="As readers would see it">
          <div className="rounded-md border border-line bg-raised p-4">
            <RichText blocks={preview} sources={[]} />
          </div>
        </Section>
      )}
      {versions.length === 0 ? null : (
        <Section title="Versions">
          <ol className="divide-y divide-line rounded-md border border-line bg-raised">
            {versions.map(({ number, by, at }) => (
              <li
                key={number}
                className="flex flex-wrap items-center justify-between gap-x-6 p-3 text-sm"
              >
                <Link
                  to={`/desk/site/${name}?version=${number}`}
                  className="inline-flex min-h-6 items-center underline"
                >
                  Version {number}
                </Link>
                <span className="text-muted">
                  {by}, <Time iso={at} />
                </span>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </Page>
  );
}
