import { Form, Link } from "@remix-run/react";
import {
  Check,
  DoorOpen,
  Merge,
  PenLine,
  Split,
  Trash2,
  Undo2,
  UserPlus,
  type LucideIcon,
} from "lucide-react";
import type { MouseEvent } from "react";

import { Button, ButtonLink, buttonClass } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import type { Person } from "~/domain/people/person";

import { isTriagePanel, type TriageClaim, type TriagePanel } from "./triage-claims";
import { TriagePanelForm } from "./triage-panel-form";
import type { TriageSelection } from "./use-triage-selection";

export interface TriageActionsProps extends FormState {
  item: TriageClaim;
  all: readonly TriageClaim[];
  selection: TriageSelection;
  reviewers: readonly Person[];
}

const panels: Record<TriagePanel, { label: string; icon: LucideIcon }> = {
  dismiss: { label: "Dismiss", icon: Trash2 },
  edit_statement: { label: "Edit", icon: PenLine },
  split: { label: "Split", icon: Split },
  merge: { label: "Merge", icon: Merge },
  assign: { label: "Assign", icon: UserPlus },
};

const inRoom = [
  "in_review",
  "second_review",
  "disputed",
  "approved",
  "published",
  "being_corrected",
  "retracted",
];

/** What can be done with the selected claim, and the form of the step that is open. */
export function TriageActions(props: TriageActionsProps) {
  const { item, selection, failure, busy } = props;
  const { claim, actions } = item;
  const { panel } = selection;
  const inOneClick = ["accept", "restore"].map((intent) => failureOf(failure, intent, claim.id));
  return (
    <>
      <FailureNotice failure={inOneClick.find((refused) => refused !== null) ?? null} />
      <div className="flex flex-wrap gap-2">
        {actions.includes("accept") ? (
          <OneClick
            intent="accept"
            item={item}
            busy={busy}
            onSend={() => selection.leave(claim.id)}
          />
        ) : null}
        {actions.includes("restore") ? <OneClick intent="restore" item={item} busy={busy} /> : null}
        {actions.filter(isTriagePanel).map((action) => (
          <PanelLink
            key={action}
            panel={action}
            to={selection.address(claim.id, action)}
            expanded={panel === action}
            onOpen={() => (panel === action ? selection.close() : selection.open(claim.id, action))}
          />
        ))}
        {inRoom.includes(claim.state) ? (
          <ButtonLink to={`/desk/claims/${claim.id}`} size="small" icon={DoorOpen}>
            Open the room
          </ButtonLink>
        ) : null}
      </div>
      {panel !== null && actions.includes(panel) ? (
        <div className="rounded-md border border-line bg-surface p-3">
          <TriagePanelForm key={panel} panel={panel} {...props} />
        </div>
      ) : null}
    </>
  );
}

interface OneClickProps {
  intent: "accept" | "restore";
  item: TriageClaim;
  busy: boolean;
  onSend?: () => void;
}

function OneClick({ intent, item, busy, onSend }: OneClickProps) {
  return (
    <Form method="post" className="flex" data-intent={intent} {...(onSend && { onSubmit: onSend })}>
      <ClaimFields intent={intent} claim={item.claim} />
      {intent === "accept" ? (
        <Button variant="primary" size="small" icon={Check} busy={busy}>
          Accept
        </Button>
      ) : (
        <Button size="small" icon={Undo2} busy={busy}>
          Take back
        </Button>
      )}
    </Form>
  );
}

interface PanelLinkProps {
  panel: TriagePanel;
  to: string;
  expanded: boolean;
  onOpen: () => void;
}

/** A link, so that the form opens without scripts too; with them nothing is loaded. */
function PanelLink({ panel, to, expanded, onOpen }: PanelLinkProps) {
  const { label, icon: Icon } = panels[panel];
  const open = (event: MouseEvent) => {
    event.preventDefault();
    onOpen();
  };
  return (
    <Link
      to={to}
      preventScrollReset
      onClick={open}
      aria-expanded={expanded}
      className={buttonClass(expanded ? "quiet" : "secondary", "small")}
    >
      <Icon aria-hidden className="size-4" />
      {label}
    </Link>
  );
}
