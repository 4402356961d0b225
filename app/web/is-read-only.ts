import type { Ports } from "~/commands/ports";

/** Whether the desk is closed for writing. Where that cannot be found out, the page is shown as if it were open. */
export async function isReadOnly({ desk }: Pick<Ports, "desk">): Promise<boolean> {
  return (await desk.readOnly().catch(() => null)) !== null;
}
