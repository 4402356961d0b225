import { pause } from "../statistics";

const attempts = 8;
let refusals = 0;

/** How often a server that was asked to let somebody in said to come back later, since this was last asked. */
export function takeRefusals(): number {
  const count = refusals;
  refusals = 0;
  return count;
}

/** Makes a client and opens it; where that is refused, makes another after a while, as a browser does. */
export async function knocking<Client extends { close(): void }>(
  make: () => Client,
  open: (client: Client) => Promise<unknown>,
): Promise<Client> {
  for (let attempt = 1; ; attempt++) {
    const client = make();
    try {
      await open(client);
      return client;
    } catch (error) {
      client.close();
      if (attempt === attempts) throw error;
      refusals += 1;
      await pause(300 * attempt);
    }
  }
}
