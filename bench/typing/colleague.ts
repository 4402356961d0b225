import * as Y from "yjs";

import { awarenessOf, RawClient } from "../collab/clients/raw-client";
import type { Contender } from "../collab/contenders/contender";

const pace = 150;

/** Another person who types into paragraphs of the rationale, one after the other, until told to stop. */
export async function colleague(contender: Contender, room: string): Promise<() => void> {
  const doc = new Y.Doc();
  const client = new RawClient(contender.door(room, 1), { doc });
  await client.synced;
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== client) client.sendUpdate(update);
  });
  let typed = 0;
  const timer = setInterval(() => {
    typed += 1;
    const rationale = doc.getXmlFragment("rationale");
    const block = rationale.get((Math.floor(typed / 40) * 17) % rationale.length);
    const text = block instanceof Y.XmlElement ? block.get(0) : null;
    if (!(text instanceof Y.XmlText)) return;
    text.insert(Math.min(30 + (typed % 40), text.length), "k");
    const place = Y.createRelativePositionFromTypeIndex(
      text,
      Math.min(31 + (typed % 40), text.length),
    );
    const cursor = {
      anchor: Y.relativePositionToJSON(place),
      head: Y.relativePositionToJSON(place),
    };
    const user = { name: "Somebody", color: "#336699" };
    client.sendAwareness(awarenessOf(doc.clientID, typed, { user, cursor }));
  }, pace);
  return () => {
    clearInterval(timer);
    client.close();
  };
}
