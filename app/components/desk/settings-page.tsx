import { GraduationCap, Tag } from "lucide-react";
import type { ReactNode } from "react";

import { ButtonLink } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import type { FormFailure } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { Page, PageHeader } from "~/components/ui/page";

export interface SettingsPageProps {
  failure: FormFailure | null;
  /** A form of this page was sent just now and kept. */
  isSaved: boolean;
  children: ReactNode;
}

/** The frame of what a person sets, and an admin for the desk. */
export function SettingsPage({ failure, isSaved, children }: SettingsPageProps) {
  return (
    <Page width="narrow">
      <PageHeader
        title="Settings"
        actions={
          <>
            <ButtonLink to="/desk/topics" variant="quiet" icon={Tag}>
              Topics
            </ButtonLink>
            <ButtonLink to="/desk/practice" variant="quiet" icon={GraduationCap}>
              Practice
            </ButtonLink>
          </>
        }
      />
      <FailureNotice failure={failure} />
      {isSaved && failure === null ? (
        <Notice kind="success" live title="Saved. It holds for what happens from now on." />
      ) : null}
      {children}
    </Page>
  );
}
