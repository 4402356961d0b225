import type { Sentences } from "./details";

/** People of the desk: invited, joined, disabled, their roles. */
export const peopleEvents = {
  "person.invited": (of) => `invited somebody as ${of.role("role") ?? "a colleague"}`,
  "person.invite_revoked": () => "took an invitation back",
  "person.joined": (of) => `joined the desk as ${of.role("role") ?? "a colleague"}`,
  "person.disabled": (of) => `disabled the account of ${of.text("name") ?? "a person"}`,
  "person.enabled": (of) => `enabled the account of ${of.text("name") ?? "a person"}`,
  "person.byline_changed": () => "changed the public byline of a person",
  "person.role_changed": (of) => {
    const whom = of.text("name") ?? "a person";
    const from = of.role("from");
    const to = of.role("to") ?? of.role("role");
    return `changed the role of ${whom}${from ? ` from ${from}` : ""}${to ? ` to ${to}` : ""}`;
  },
  "person.work_limit_set": (of) =>
    `set how many claims at once are enough for ${of.text("name") ?? "a person"}: ${of.number("limit") ?? "as many as for everybody"}`,
} satisfies Sentences;
