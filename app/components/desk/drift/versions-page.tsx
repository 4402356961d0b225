import { Link } from "@remix-run/react";

import { Badge } from "~/components/ui/badge";
import { WithoutJobs } from "~/components/ui/desk-jobs";
import { FailureNotice } from "~/components/ui/failure-notice";
import type { FormState } from "~/components/ui/form-failure";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import type { TextVersion } from "~/domain/article/drift/drift";
import { countBlocks } from "~/domain/article/drift/compare-versions";
import type { WatchMode } from "~/domain/article/drift/watch";
import type { BlockChange } from "~/domain/verdict/compare-drafts";

import { BlockDiff } from "./block-diff";
import { CompareForm } from "./compare-form";
import { LookAgainForm, LookStatus } from "./look-status";
import { LookList } from "./look-list";
import { PlacedClaims, type PlacedIn } from "./placed-claims";
import { WatchForm } from "./watch-form";
import type { WatchState } from "./watch-line";

export interface VersionsPageProps extends FormState {
  id: string;
  title: string;
  language: string;
  /** The number of the version that claims and reports rest on. */
  own: number;
  from: number;
  to: number;
  versions: readonly TextVersion[];
  /** What differs between the two; null where there are no two. */
  blocks: readonly BlockChange[] | null;
  /** Null for an article without an address. */
  watch:
    | (WatchState &
        PlacedIn & {
          mode: WatchMode;
          mayWatch: boolean;
          looks: Parameters<typeof LookList>[0]["looks"];
        })
    | null;
  claims: Parameters<typeof PlacedClaims>[0]["claims"];
  mayPlace: boolean;
}

/** Every text that an article had, what changed from one to the other, and how its address is watched. */
export function VersionsPage(props: VersionsPageProps) {
  const { id, title, versions, watch, blocks, failure, busy, own } = props;
  const isOpen = watch?.lastLook?.outcome === null;
  return (
    <Page>
      <PageHeader
        title="Versions of the article"
        kicker={
          <Link to={`/desk/articles/${id}`} className="underline">
            {title}
          </Link>
        }
        actions={
          watch?.mayLook ? <LookAgainForm articleId={id} busy={busy} isOpen={isOpen} /> : null
        }
      />
      <FailureNotice failure={failure} />
      {watch === null ? null : (
        <WithoutJobs>Nobody looks at articles on this desk, by schedule or when asked.</WithoutJobs>
      )}
      {watch === null ? (
        <p className="max-w-prose text-muted">
          This article was taken in without an address, so there is nothing to look at again.
        </p>
      ) : null}
      {watch?.lastLook ? <LookStatus look={watch.lastLook} /> : null}
      <Section title="What changed" id="changes">
        {blocks === null ? (
          <p className="max-w-prose text-muted">
            {versions.length > 1
              ? "Choose two different versions."
              : "There is one version: nothing else was found at the address so far."}
          </p>
        ) : (
          <Counted blocks={blocks} from={props.from} to={props.to} />
        )}
        {versions.length > 1 ? <CompareForm {...props} /> : null}
        {blocks === null ? null : <BlockDiff blocks={blocks} language={props.language} />}
      </Section>
      {watch !== null && watch.drifts.length > 0 ? (
        <Section title="The claims in the newest version" id="claims">
          <PlacedClaims drifts={watch.drifts} claims={props.claims} mayPlace={props.mayPlace} />
        </Section>
      ) : null}
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <Section title="Versions">
          <VersionList versions={versions} own={own} />
        </Section>
        {watch === null ? null : (
          <Section title="Watch" id="watch">
            <WatchForm watch={watch} failure={failure} busy={busy} />
            <LookList looks={watch.looks} />
          </Section>
        )}
      </div>
    </Page>
  );
}

function Counted(props: { blocks: readonly BlockChange[]; from: number; to: number }) {
  const { added, removed, changed } = countBlocks(props.blocks);
  return (
    <p>
      From version {props.from} to version {props.to}:{" "}
      {changed === 1 ? "1 paragraph" : `${changed} paragraphs`} changed, {added} added, {removed}{" "}
      removed.
    </p>
  );
}

function VersionList({ versions, own }: { versions: readonly TextVersion[]; own: number }) {
  return (
    <ol className="flex flex-col divide-y divide-line border-y border-line">
      {versions.toReversed().map((version) => (
        <li key={version.id} className="flex flex-col gap-0.5 py-2 text-sm">
          <span className="flex flex-wrap items-center gap-2">
            <span className="font-medium">Version {version.number}</span>
            {version.number === own ? (
              <Badge tone="accent">Claims and reports rest on it</Badge>
            ) : null}
          </span>
          <span className="text-muted">
            {version.kind === "desk" ? "Taken in" : "Found"} <Time iso={version.at} />
          </span>
          {version.finalUrl === null ? null : (
            <span className="text-muted wrap-anywhere">{version.finalUrl}</span>
          )}
          <span className="font-mono text-xs text-muted wrap-anywhere">
            Text {version.sha256.slice(0, 16)}…
            {version.bytesSha256 === null ? "" : `, page ${version.bytesSha256.slice(0, 16)}…`}
          </span>
        </li>
      ))}
    </ol>
  );
}
