import { Form, Link } from "@remix-run/react";
import { Download, RefreshCw } from "lucide-react";

import { excerptSaid } from "~/components/review/captures/excerpt-line";
import { Button, buttonClass } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { DefinitionList } from "~/components/ui/definition-list";
import { Notice } from "~/components/ui/notice";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { WithoutJobs } from "~/components/ui/desk-jobs";
import { Time } from "~/components/ui/time";
import { ContentHash } from "~/components/verdict/content-hash";
import {
  captureFailureWords,
  sizeWords,
  textFailureWords,
  type Capture,
  type CaptureFailure,
  type CaptureState,
  type KeptCapture,
} from "~/domain/evidence/capture";
import type { ExternalCopy } from "~/domain/evidence/external-copy";
import type { ExcerptCheck } from "~/domain/evidence/excerpt-check";
import { lookWords, type SourceLook } from "~/domain/evidence/source-look";
import { safeLink } from "~/domain/verdict/safe-link";

import { CopiesElsewhere } from "./copies-elsewhere";
import { CapturedText } from "./captured-text";
import { LaterCaptures, type LaterCapturesProps } from "./later-captures";
import { ScreenshotSection } from "./screenshot-section";
import { WithholdingSection, type WithholdingSectionProps } from "./withholding-section";

export interface CapturePageProps
  extends
    FormState,
    Pick<LaterCapturesProps, "later" | "blocks">,
    Pick<WithholdingSectionProps, "withholding" | "mayWithhold" | "elsewhere"> {
  capture: Capture;
  claim: { id: string; statement: string };
  steps: readonly { at: string; state: CaptureState; failure: CaptureFailure | null }[];
  /** The latest first. */
  looks: readonly SourceLook[];
  copies: readonly ExternalCopy[];
  text: string | null;
  /** Of the cards that cite it. */
  excerpts: readonly { title: string; excerpt: string; check: ExcerptCheck | null }[];
}

/** What the desk has of one source: when, from where, with which hashes, and the words in it. */
export function CapturePage(props: CapturePageProps) {
  const { capture, claim, steps, text, excerpts } = props;
  const { kept, id } = capture;
  return (
    <Page>
      <PageHeader
        kicker={
          <Link to={`/desk/claims/${claim.id}`} className="underline">
            {claim.statement}
          </Link>
        }
        title="Capture of a source"
        long
        meta={<Address url={capture.url} />}
        actions={
          kept === null ? null : (
            <a
              href={`/desk/captures/${id}/warc`}
              download
              className={buttonClass("secondary", "medium")}
            >
              <Download aria-hidden className="size-4" />
              WARC, {sizeWords(kept.warcBytes)}
            </a>
          )
        }
      />
      {kept === null ? <WithoutJobs>No source is captured on this desk.</WithoutJobs> : null}
      {kept === null ? (
        <Notice kind="warning" title="There is no capture of this source yet">
          {capture.failure === null
            ? "It waits for its turn."
            : captureFailureWords(capture.failure)}{" "}
          It can be asked for again in the room of its claim.
        </Notice>
      ) : (
        <Section title="What was fetched">
          <Facts kept={kept} />
        </Section>
      )}
      {excerpts.length === 0 || kept === null ? null : (
        <Section title="Excerpts">
          <ul className="flex flex-col gap-3">
            {excerpts.map(({ title, excerpt, check }, index) => (
              <li key={index} className="flex flex-col gap-1">
                <blockquote className="border-l-4 border-line-strong pl-3 font-serif wrap-anywhere whitespace-pre-line">
                  {excerpt}
                </blockquote>
                <p className="text-sm text-muted wrap-anywhere">{title}</p>
                {check === null ? null : <Said check={check} index={index} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {kept === null ? null : (
        <Section title="Its words">
          {text === null ? (
            <p className="text-muted">{textFailureWords[kept.noText ?? "not_read"]}</p>
          ) : (
            <CapturedText text={text} checks={excerpts.map(({ check }) => check)} />
          )}
        </Section>
      )}
      {kept === null ? null : <ScreenshotSection captureId={id} kept={kept} />}
      <CopiesElsewhere captureId={id} copies={props.copies} />
      {kept === null ? null : <Looks {...props} />}
      {kept === null ? null : (
        <LaterCaptures
          captureId={id}
          firstAt={kept.fetchedAt}
          later={props.later}
          blocks={props.blocks}
        />
      )}
      {kept === null ? null : <WithholdingSection {...props} />}
      <Section title="What happened">
        <ol className="flex flex-col gap-1 text-sm">
          {steps.map(({ at, state, failure }) => (
            <li key={at} className="flex flex-wrap gap-x-3">
              <Time iso={at} className="text-muted" />
              <span>
                {stepWords[state]}
                {failure === null ? null : ` ${captureFailureWords(failure)}`}
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  );
}

/** Whether the source still says what was captured. */
function Looks({ looks, failure, busy }: CapturePageProps) {
  return (
    <Section title="Does it still say so?">
      <WithoutJobs>Nobody looks at sources on this desk, by schedule or when asked.</WithoutJobs>
      {looks.length === 0 ? (
        <p className="text-sm text-muted">
          Nobody has looked since. It is looked at again 7, 30 and 90 days after publication.
        </p>
      ) : (
        <ul className="flex flex-col gap-1 text-sm">
          {looks.map(({ lookedAt, outcome, days }) => (
            <li key={lookedAt} className="flex flex-wrap gap-x-3">
              <Time iso={lookedAt} className="text-muted" />
              <span>
                {lookWords[outcome]}
                {days === null ? null : ` (${days} days after publication)`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="flex flex-col gap-2">
        <FailureNotice failure={failureOf(failure, "look_again")} />
        <input type="hidden" name="intent" value="look_again" />
        <div>
          <Button size="small" icon={RefreshCw} busy={busy}>
            Look again now
          </Button>
        </div>
      </Form>
    </Section>
  );
}

const stepWords: Record<CaptureState, string> = {
  asked: "Waits to be captured.",
  fetching: "The source was asked for.",
  kept: "Kept.",
  failed: "Given up.",
};

function Said({ check, index }: { check: ExcerptCheck; index: number }) {
  const { icon: Icon, tone, words } = excerptSaid(check);
  return (
    <p className={`flex items-start gap-1.5 text-sm ${tone}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {words}{" "}
        {check.kind === "missing" ? null : (
          <a href={`#excerpt-${index}`} className="font-medium text-accent underline">
            Show it
          </a>
        )}
      </span>
    </p>
  );
}

function Address({ url }: { url: string }) {
  const address = safeLink(url);
  return address === null ? (
    <span className="wrap-anywhere">{url}</span>
  ) : (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="wrap-anywhere text-accent underline"
    >
      {url}
    </a>
  );
}

function Facts({ kept }: { kept: KeptCapture }) {
  return (
    <DefinitionList
      items={[
        { term: "Fetched", value: <Time iso={kept.fetchedAt} /> },
        {
          term: "Led to",
          value:
            kept.redirects.length === 0 ? null : (
              <ol className="flex list-decimal flex-col gap-1 pl-4">
                {kept.redirects.map((url, index) => (
                  <li key={index}>
                    <Address url={url} />
                  </li>
                ))}
              </ol>
            ),
        },
        { term: "Answer", value: `${kept.status}, ${kept.contentType || "without a type"}` },
        { term: "Size", value: sizeWords(kept.bodyBytes) },
        { term: "Server", value: kept.remoteAddress },
        {
          term: "Certificate",
          value: kept.certificate === null ? null : <ContentHash hash={kept.certificate} />,
        },
        { term: "Fetched by", value: kept.tool },
        { term: "SHA-256 of the bytes", value: <ContentHash hash={kept.bodySha256} /> },
        {
          term: "SHA-256 of the words",
          value: kept.textSha256 === null ? null : <ContentHash hash={kept.textSha256} />,
        },
        {
          term: "SHA-256 of the picture",
          value: kept.screenshot === null ? null : <ContentHash hash={kept.screenshot.sha256} />,
        },
        { term: "SHA-256 of the WARC", value: <ContentHash hash={kept.warcSha256} /> },
      ]}
    />
  );
}
