/** So many people stand on one page. */
export const peoplePageSize = 50;

export interface PeopleSlice<P> {
  people: P[];
  /** What the name, or the address, is to hold; empty for everybody. */
  text: string;
  /** From 1; the last one where the one that was asked for does not exist. */
  page: number;
  pages: number;
  /** How many there are on all pages. */
  total: number;
}

/** One page of the people whose name or address holds this text, in the order in which they come. */
export function findPeople<P extends { name: string; email?: string }>(
  people: readonly P[],
  asked: { text: string; page: number },
): PeopleSlice<P> {
  const text = asked.text.trim();
  const wanted = text.toLocaleLowerCase();
  const found = people.filter(({ name, email = "" }) =>
    [name, email].some((one) => one.toLocaleLowerCase().includes(wanted)),
  );
  const pages = Math.max(1, Math.ceil(found.length / peoplePageSize));
  const page = Math.min(pages, Math.max(1, Number.isInteger(asked.page) ? asked.page : 1));
  const from = (page - 1) * peoplePageSize;
  return {
    people: found.slice(from, from + peoplePageSize),
    text,
    page,
    pages,
    total: found.length,
  };
}
