import { Keyboard, Send } from "lucide-react";
import { useRef, useState } from "react";

import { useKeyboard, useShortcuts } from "~/components/keyboard/keyboard-context";
import { useFocusAfterStep } from "~/components/keyboard/use-kept-focus";
import { Button, ButtonLink } from "~/components/ui/button";
import type { FormState } from "~/components/ui/form-failure";
import { Page } from "~/components/ui/page";
import { RadioTabs } from "~/components/ui/radio-tabs";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { Article } from "~/domain/article/article";
import type { ArticleOriginal as ArticleOriginalOf } from "~/domain/article/original";
import type { ArticlePart } from "~/domain/claim/article-parts";
import type { Person } from "~/domain/people/person";
import type { ClaimAction } from "~/domain/review/workflow";

import { WatchLine, type WatchState } from "./drift/watch-line";
import { Proposal, type Proposed } from "./proposal";
import { ProposeForm } from "./propose-form";
import { ArticleOriginal } from "./article-original";
import { selectedWords } from "./selected-words";
import { ArticleTopics } from "./topics/topics-line";
import { TriageArticle } from "./triage-article";
import { inOrderOfArticle, isTriagePanel, rowId, type TriageClaim } from "./triage-claims";
import { TriageHeader } from "./triage-header";
import { focusRow, useFollow } from "./use-follow";
import { TriageList } from "./triage-list";
import { inOrder } from "./triage-order";
import { TriageOrderField } from "./triage-order-field";
import { useTriageOrder } from "./use-triage-order";
import { useWhileComparing } from "./use-while-comparing";
import { useTriageSelection } from "./use-triage-selection";

export interface TriageProps extends FormState {
  article: Article;
  original: ArticleOriginalOf | null;
  claims: readonly TriageClaim[];
  /** What each stretch of the article is, in its order; code points. */
  structure: readonly ArticlePart[];
  reviewers: readonly Person[];
  /** The slug of the published report on this article, if there is one. */
  reportSlug: string | null;
  mayPropose: boolean;
  mayPublish: boolean;
  maySetTopics: boolean;
  /** Null for an article without an address to look at. */
  watch: WatchState | null;
}

/** An article and its claims side by side: read, decide, go on to the next. */
export function Triage(props: TriageProps) {
  const { article, reviewers, mayPropose, failure, busy } = props;
  const version = article.latest;
  const [order, setOrder] = useTriageOrder();
  const numbered = inOrderOfArticle(props.claims).map((item, at) => ({ ...item, number: at + 1 }));
  const claims = inOrder(numbered, order);
  const selection = useTriageSelection(claims, failure, order);
  useWhileComparing(claims);
  const [pane, setPane] = useState("claims");
  // How many claims there were then: when there are more, the proposal has been carried out.
  const [proposal, setProposal] = useState<{ words: Proposed; claims: number } | null>(null);
  const proposed = proposal?.claims === claims.length ? proposal.words : null;
  const { openSheet } = useKeyboard();
  const hydrated = useHydrated();
  const text = useRef<HTMLDivElement>(null);
  useFollow(selection.selected, pane);
  useFocusAfterStep(busy, () => {
    if (selection.selected !== null) focusRow(selection.selected);
  });

  const propose = () => {
    const words = text.current && selectedWords(text.current, version.text);
    setProposal({ words: words ?? "none", claims: claims.length });
    if (words) setPane("claims");
  };
  const choose = (id: string) => {
    selection.select(id);
    setPane("claims");
  };
  /** Takes or opens a step of the selected claim; has no key when it is not legal now. */
  const step = (action: ClaimAction) => {
    const item = claims.find(({ claim }) => claim.id === selection.selected);
    if (!item?.actions.includes(action)) return undefined;
    return () => {
      if (isTriagePanel(action)) selection.open(item.claim.id, action);
      else if (!busy) send(item.claim.id, action);
    };
  };
  useShortcuts({
    "triage.next": () => selection.move(1),
    "triage.previous": () => selection.move(-1),
    "triage.accept": step("accept"),
    "triage.dismiss": step("dismiss"),
    "triage.edit": step("edit_statement"),
    "triage.split": step("split"),
    "triage.merge": step("merge"),
    "triage.assign": step("assign"),
    "triage.propose": mayPropose ? propose : undefined,
    "triage.close": () => {
      if (selection.panel !== null && selection.selected !== null) focusRow(selection.selected);
      selection.close();
      setProposal(null);
    },
  });

  return (
    <Page width="wide">
      <TriageHeader
        article={article}
        claims={claims}
        actions={
          <>
            {hydrated ? (
              <Button type="button" variant="quiet" icon={Keyboard} onClick={openSheet}>
                Keys
              </Button>
            ) : null}
            {props.reportSlug === null ? null : (
              <ButtonLink to={`/reports/${props.reportSlug}`} reloadDocument>
                Published report
              </ButtonLink>
            )}
            {props.mayPublish ? (
              <ButtonLink to={`/desk/articles/${article.id}/publish`} icon={Send}>
                Publish
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <ArticleTopics
        articleId={article.id}
        maySet={props.maySetTopics}
        failure={failure}
        busy={busy}
      />
      {props.watch === null ? null : <WatchLine watch={props.watch} busy={busy} />}
      {props.original === null ? null : (
        <ArticleOriginal articleId={article.id} original={props.original} />
      )}
      <RadioTabs
        name="pane"
        legend="What is shown"
        when="narrow"
        value={pane}
        onChange={setPane}
        className="gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        tabs={[
          {
            value: "article",
            label: "Article",
            panel: (
              <div
                data-scroll-pane=""
                className="lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto lg:pr-4 lg:pb-8"
              >
                {mayPropose && hydrated ? <Proposal words={proposed} onPropose={propose} /> : null}
                <TriageArticle
                  ref={text}
                  text={version.text}
                  language={version.language}
                  claims={numbered}
                  structure={props.structure}
                  selected={selection.selected}
                  addressOf={selection.address}
                  onSelect={choose}
                />
              </div>
            ),
          },
          {
            value: "claims",
            label: `Claims (${claims.length})`,
            panel: (
              <TriageList
                claims={claims}
                selection={selection}
                reviewers={reviewers}
                onSelect={choose}
                failure={failure}
                busy={busy}
                head={
                  proposed !== null && proposed !== "none" ? (
                    <ProposeForm
                      key={`${proposed.start}-${proposed.end}`}
                      versionId={version.id}
                      words={proposed}
                      failure={failure}
                      busy={busy}
                      onCancel={() => setProposal(null)}
                    />
                  ) : null
                }
                order={<TriageOrderField order={order} onOrder={setOrder} />}
              />
            ),
          },
        ]}
      />
    </Page>
  );
}

/** Sends the one-click form of a claim, as its button would. */
function send(claimId: string, intent: string): void {
  const row = document.getElementById(rowId(claimId));
  const form = row?.querySelector(`form[data-intent="${intent}"]`);
  if (form instanceof HTMLFormElement) form.requestSubmit();
}
