import { demoPeople, type DemoPersonKey } from "../../seeds/demo-people";
import type { MeasuredDesk } from "./measured-desk";

export interface DeskPage {
  name: string;
  address: string;
  as: DemoPersonKey;
}

/** Gives the demonstration's lead as much to do as their queue shows, and more; and the editor some to open. */
async function giveWork({ sql }: MeasuredDesk): Promise<void> {
  const [lead] = await sql<{ id: string }[]>`
    select id from auth.users where email = ${demoPeople.lead.email}`;
  if (!lead) throw new Error("The demonstration has no lead");
  await sql`update public.claims set lead_id = ${lead.id} where id in (
    select id from public.claims where state = 'in_review' and second_id <> ${lead.id} order by id limit 30)`;
  await sql`update public.claims set second_id = ${lead.id} where id in (
    select id from public.claims where state = 'second_review' and lead_id <> ${lead.id} order by id limit 30)`;
}

/** The pages of a large desk that list something and are not the claim list. */
export async function deskPages(desk: MeasuredDesk): Promise<DeskPage[]> {
  await giveWork(desk);
  const [middle] = await desk.sql<{ id: string }[]>`
    select id from public.claims where state = 'approved' order by state_since, id offset 1000 limit 1`;
  const [old] = await desk.sql<{ mark: string }[]>`
    select id || '~' || to_char(created_at, 'YYYY-MM-DD HH24:MI:SS.USOF') as mark
    from public.articles order by created_at desc, id desc offset 500 limit 1`;
  const [waits] = await desk.sql<{ mark: string }[]>`
    select id || '~' || to_char(state_since, 'YYYY-MM-DD HH24:MI:SS.USOF') as mark
    from public.claims where state = 'approved' order by state_since, id offset 1000 limit 1`;
  const year = new Date().getUTCFullYear();
  const page = (name: string, address: string, as: DemoPersonKey = "editor"): DeskPage => ({
    name,
    address,
    as,
  });
  const marked = (address: string, mark: string | undefined) =>
    `${address}${encodeURIComponent(mark ?? "")}`;
  return [
    page("queue of an editor", "/desk"),
    page("queue of a reviewer with 60 claims", "/desk", "lead"),
    page("approvals", "/desk/approvals"),
    page("approvals, twentieth page", marked("/desk/approvals?waiting=", waits?.mark)),
    page("one approval of thousands", `/desk/approvals/${middle?.id ?? ""}`),
    page("articles", "/desk/articles"),
    page("articles, tenth page", marked("/desk/articles?after=", old?.mark)),
    page("articles, search", "/desk/articles?q=zurich"),
    page("articles, nothing found", "/desk/articles?q=nowhere"),
    page("insights, last 90 days", "/desk/insights"),
    page("insights, a year", `/desk/insights?from=${year}-01-01&to=${year}-12-31`),
    page("work in hand", "/desk/work"),
    page("work in hand, search", "/desk/work?q=17"),
    page("people", "/desk/people", "admin"),
    page("settings", "/desk/settings"),
    page("notifications", "/desk/notifications"),
  ];
}
