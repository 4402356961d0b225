import { z } from "zod";

/** Why a step is taken, where the table asks for none. It is kept in the ledger and in the trail. */
export const stepReason = z
  .string()
  .trim()
  .max(2000, "Shorten the reason to 2,000 characters.")
  .optional();
