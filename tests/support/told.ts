import type { Actor, TestDesk } from "./desk";

/** What every person of the cast was told of a claim, by name: kinds in the order in which they were told. */
export async function toldOf(
  desk: TestDesk,
  claimId: string,
  cast: Record<string, Actor>,
): Promise<Record<string, string[]>> {
  const rows = await desk.sql<{ person_id: string; kind: string }[]>`
    select person_id, kind from public.notifications where claim_id = ${claimId} order by seq`;
  const told: Record<string, string[]> = {};
  for (const [name, { person }] of Object.entries(cast)) {
    const kinds = rows.filter((row) => row.person_id === person.id).map(({ kind }) => kind);
    if (kinds.length > 0) told[name] = kinds;
  }
  return told;
}
