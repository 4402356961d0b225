import type { ClaimActor } from "./steps";
import { generateDesk, type GeneratedSize } from "../../tests/support/generated-desk";
import { startDesk, type TestDesk } from "../../tests/support/desk";
import { serviceClient } from "../../server/supabase";

export interface MeasuredWorkflow {
  desk: TestDesk;
  /** With their own tokens. */
  editor: ClaimActor;
  chief: ClaimActor;
  third: ClaimActor;
  lead: ClaimActor;
  second: ClaimActor;
  spare: ClaimActor;
  /** The naive way: the state of one claim set over supabase-js with the service key, with nothing checked or written. */
  bareUpdate(claimId: string): Promise<void>;
}

/** A generated desk on an embedded database, and six people on it. */
export async function openCast(size: GeneratedSize): Promise<MeasuredWorkflow> {
  const desk = await startDesk();
  await generateDesk(desk.sql, size);
  const [editor, chief, third, lead, second, spare] = [
    await desk.join("editor"),
    await desk.join("editor"),
    await desk.join("editor"),
    await desk.join("reviewer"),
    await desk.join("reviewer"),
    await desk.join("reviewer"),
  ];
  await desk.sql`grant update on public.claims to service_role`;
  const service = serviceClient(desk.platform);
  return {
    ...{ desk, editor, chief, third, lead, second, spare },
    async bareUpdate(claimId) {
      const { error } = await service
        .from("claims")
        .update({ state: "open", updated_at: new Date().toISOString() })
        .eq("id", claimId);
      if (error) throw new Error(error.message);
    },
  };
}
