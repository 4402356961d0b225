import fc from "fast-check";
import { expect, it } from "vitest";

import { findPeople, peoplePageSize } from "~/domain/people/find-people";

const people = fc.array(fc.record({ name: fc.string(), email: fc.emailAddress() }), {
  maxLength: 160,
});

it("shows everybody who is found exactly once, in their order, over all pages", () => {
  fc.assert(
    fc.property(people, fc.string({ maxLength: 2 }), (everybody, text) => {
      const { pages, total } = findPeople(everybody, { text, page: 1 });
      const shown = Array.from({ length: pages }, (_, at) =>
        findPeople(everybody, { text, page: at + 1 }),
      );
      const wanted = text.trim().toLocaleLowerCase();
      const expected = everybody.filter(
        ({ name, email }) =>
          name.toLocaleLowerCase().includes(wanted) || email.toLocaleLowerCase().includes(wanted),
      );
      expect(shown.flatMap((slice) => slice.people)).toEqual(expected);
      expect(total).toBe(expected.length);
      for (const slice of shown) expect(slice.people.length).toBeLessThanOrEqual(peoplePageSize);
    }),
  );
});

it.each([0, -3, 1.5, Number.NaN, 99])("answers page %s with one that there is", (page) => {
  const everybody = Array.from({ length: 60 }, (_, at) => ({ name: `Person ${at}` }));
  const slice = findPeople(everybody, { text: "", page });
  expect(slice.page).toBe(page === 99 ? 2 : 1);
  expect(slice.people.length).toBeGreaterThan(0);
});
