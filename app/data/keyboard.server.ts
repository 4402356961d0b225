import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { KeyboardSettings } from "~/commands/ports/approvals";
import { fail, ok } from "~/domain/result";

import { refusalOf, rowsOf } from "./refusals.server";

/** Row-level security shows people their own setting only. */
export const keyboardSettings = (supabase: SupabaseClient): KeyboardSettings => ({
  async singleKeys() {
    const rows = await supabase.from("keyboard_settings").select("single_keys").limit(1);
    const [row] = z.array(z.object({ single_keys: z.boolean() })).parse(rowsOf(rows));
    return row?.single_keys ?? true;
  },

  async setSingleKeys(on) {
    const { error } = await supabase.rpc("set_single_keys", { p_on: on });
    return error ? fail(refusalOf(error)) : ok(null);
  },
});
