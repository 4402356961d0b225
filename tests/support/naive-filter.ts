import { bandLimits, type ClaimFilter } from "~/domain/claim/list/claim-filter";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import { matchesSearch } from "~/domain/claim/list/search-words";

const finished = ["dismissed", "approved", "published", "retracted"];
const dayLength = 86_400_000;

/** What a filter means, said once more over rows in memory. For desks whose reviews nobody has written in. */
export function naivelyMatches(
  item: ClaimItem,
  filter: ClaimFilter,
  { today, me }: { today: string; me: string },
): boolean {
  const isPerson = (asked: string | null, id: string | null) =>
    asked === null || (asked === "none" ? id === null : id === asked);
  const band = filter.worth && bandLimits[filter.worth];
  const text = [item.statement, item.quote, item.claimant ?? "", item.articleTitle].join(" ");
  const inDays =
    item.dueOn === null ? null : (Date.parse(item.dueOn) - Date.parse(today)) / dayLength;
  const isDue = {
    overdue: inDays !== null && inDays < 0 && !finished.includes(item.state),
    week: inDays !== null && inDays >= 0 && inDays <= 6 && !finished.includes(item.state),
    none: inDays === null,
  };
  return (
    (filter.states.length === 0 || filter.states.includes(item.state)) &&
    (filter.types.length === 0 || filter.types.includes(item.type)) &&
    isPerson(filter.lead, item.leadId) &&
    isPerson(filter.second, item.secondId) &&
    (!filter.mine || item.leadId === me || item.secondId === me) &&
    (filter.article === null || item.articleId === filter.article) &&
    (filter.claimant === null || item.claimant?.toLowerCase() === filter.claimant.toLowerCase()) &&
    (filter.topic === null ||
      (filter.topic === "none"
        ? item.topics.length === 0
        : item.topics.some(({ id }) => id === filter.topic))) &&
    (!band || band.from === null || item.checkWorthiness >= band.from) &&
    (!band || band.below === null || item.checkWorthiness < band.below) &&
    (filter.due === null || isDue[filter.due]) &&
    (filter.idleDays === null ||
      (!finished.includes(item.state) &&
        Date.parse(item.updatedAt) < Date.parse(today) - filter.idleDays * dayLength)) &&
    matchesSearch(text, filter.text)
  );
}
