import type postgres from "postgres";
import { z } from "zod";

import type { Actor } from "../desk";

const trace = z.object({
  state: z.string(),
  version: z.number(),
  ledger: z.number(),
  events: z.number(),
  reasons: z.number(),
});
const answers = z.array(
  z.union([z.object({ refused: z.string() }), z.object({ before: trace, after: trace })]),
);
export type Answer = z.infer<typeof answers>[number];

/**
 * Adds a function to a test's database that calls the public functions, one after another, with the rights of whoever
 * calls it, and undoes each again. So a thousand steps can be tried on the same claims in a few requests.
 */
export async function installTryAll(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create function public.trace_for_test(p_claim uuid) returns jsonb
    language sql security definer set search_path = '' as $$
      select jsonb_build_object('state', c.state, 'version', c.version,
        'ledger', (select count(*) from public.stage_ledger where claim_id = c.id),
        'events', (select count(*) from public.audit_events where entity_id = c.id::text),
        'reasons', (select count(*) from public.stage_ledger where claim_id = c.id and reason = 'Because')
          + (select count(*) from public.audit_events where entity_id = c.id::text and payload ->> 'reason' = 'Because'))
      from public.claims c where c.id = p_claim
    $$;
    create function public.try_all_for_test(p_calls jsonb) returns jsonb
    language plpgsql security invoker set search_path = '' as $$
    declare
      call jsonb;
      before jsonb;
      done jsonb;
      answers jsonb := '[]';
    begin
      for call in select * from jsonb_array_elements(p_calls) loop
        begin
          before := public.trace_for_test((call ->> 'claim')::uuid);
          if call #> '{args,p_article}' is not null then
            perform public.publish_report((call #>> '{args,p_article}')::uuid, call #> '{args,p_report}');
          elsif call #>> '{args,p_action}' = 'clear' then
            perform public.clear_claim((call #>> '{args,p_claim}')::uuid, (call #>> '{args,p_expected}')::int,
              call #>> '{args,p_payload,contentHash}', null, call #>> '{args,p_reason}');
          elsif call #>> '{args,p_action}' = 'withdraw_clearance' then
            perform public.withdraw_clearance((call #>> '{args,p_claim}')::uuid, (call #>> '{args,p_expected}')::int,
              call #>> '{args,p_reason}');
          elsif call #> '{args,p_wrong}' is not null then
            perform public.mend_typo((call #>> '{args,p_claim}')::uuid, (call #>> '{args,p_expected}')::int,
              call #>> '{args,p_content}', call #>> '{args,p_short_claim}', call #>> '{args,p_wrong}',
              call #>> '{args,p_right}', call #>> '{args,p_reason}');
          elsif call #> '{args,p_part}' is not null then
            perform public.hand_over((call #>> '{args,p_claim}')::uuid, call #>> '{args,p_part}',
              (call #>> '{args,p_expected}')::int, (call #>> '{args,p_to}')::uuid, call #>> '{args,p_note}');
          else
            perform public.act_on_claim((call #>> '{args,p_claim}')::uuid, call #>> '{args,p_action}',
              (call #>> '{args,p_expected}')::int, call #>> '{args,p_reason}', call #> '{args,p_payload}');
          end if;
          done := jsonb_build_object('before', before, 'after', public.trace_for_test((call ->> 'claim')::uuid));
          raise exception using errcode = 'UNDO1';
        exception
          when sqlstate 'UNDO1' then answers := answers || done;
          when others then answers := answers || jsonb_build_object('refused', sqlstate);
        end;
      end loop;
      return answers;
    end $$;
    grant execute on function public.trace_for_test(uuid), public.try_all_for_test(jsonb) to anon, authenticated`);
}

/** Tries these calls through the API with the person's own token. Nothing stays of any. */
export async function tryAll(
  { supabase }: Actor,
  calls: readonly { claim: string; args: object }[],
): Promise<Answer[]> {
  const { data, error } = await supabase.rpc("try_all_for_test", { p_calls: calls });
  if (error) throw new Error(error.message, { cause: error });
  return answers.parse(data);
}
