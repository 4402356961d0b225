import { may, type DeskPermission } from "./permissions";
import type { Person } from "./person";

/** A page of the desk that is reached by its name and has no key of its own. */
export interface DeskPlace {
  does: string;
  to: string;
  needs: DeskPermission;
}

export const deskPlaces: readonly DeskPlace[] = [
  { does: "Take in an article", to: "/desk/articles/new", needs: "article.create" },
  { does: "Take in checks of others", to: "/desk/checks", needs: "checks.import" },
  { does: "Go to the inbox", to: "/desk/inbox", needs: "feed.manage" },
  { does: "Go to the sources that changed", to: "/desk/sources", needs: "approval.read" },
  {
    does: "Go to the errors that readers report",
    to: "/desk/errors",
    needs: "error_report.settle",
  },
  { does: "Go to the topics", to: "/desk/topics", needs: "desk.enter" },
  { does: "Go to practice", to: "/desk/practice", needs: "practice.take" },
  { does: "Go to the work in hand", to: "/desk/work", needs: "work.limit" },
  { does: "Go to the tokens", to: "/desk/tokens", needs: "token.manage" },
  { does: "Go to the webhooks", to: "/desk/webhooks", needs: "webhook.manage" },
  { does: "Go to the site’s pages", to: "/desk/site", needs: "site.write" },
  { does: "Go to the administration", to: "/desk/admin", needs: "desk.administer" },
];

export const placesOf = (person: Person): readonly DeskPlace[] =>
  deskPlaces.filter(({ needs }) => may(person, needs));
