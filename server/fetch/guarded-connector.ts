import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import { buildConnector } from "undici";
import { fetchProblem, FetchFailure } from "./problem";
import { isPublicAddress } from "./public-address";

/** Finds the addresses of a host name. Rejects when the name is not known. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Allows an address that is not public, for a caller that knows why. `port` is the one connected to. */
export type PermitAddress = (address: string, port: number) => boolean;

export interface Guard {
  resolve: Resolve;
  permitAddress: PermitAddress;
  connectTimeoutMs: number;
  signal: AbortSignal;
}

/**
 * A connector for undici that decides at the last moment: every address of the host must be public, and the socket
 * goes to one of those very addresses, so a name that answers differently the second time gains nothing. The name
 * stays in `Host` and in the TLS handshake. A refusal arrives as a `FetchFailure`.
 */
export function guardedConnector(guard: Guard): buildConnector.connector {
  return (options, callback) => {
    checkedAddresses(
      options.hostname,
      Number(options.port) || defaultPort(options.protocol),
      guard,
    ).then(
      (addresses) => {
        const connect = buildConnector({
          lookup: pinnedLookup(addresses),
          autoSelectFamily: true,
          timeout: guard.connectTimeoutMs,
        });
        connect(options, callback);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), null);
      },
    );
  };
}

function defaultPort(protocol: string): number {
  return protocol === "https:" ? 443 : 80;
}

async function checkedAddresses(hostname: string, port: number, guard: Guard): Promise<string[]> {
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  // Node never looks up a literal address, so a guard in the lookup alone would let every literal through.
  const addresses = isIP(host) === 0 ? await guard.resolve(host) : [host];
  guard.signal.throwIfAborted();
  if (addresses.length === 0) {
    throw new FetchFailure(
      fetchProblem(
        "unreachable",
        "The site's name leads nowhere.",
        "Check the address, or paste the text.",
      ),
    );
  }
  for (const address of addresses) {
    if (isPublicAddress(address) || guard.permitAddress(address, port)) continue;
    throw new FetchFailure(
      fetchProblem(
        "private_address",
        "That address is not on the public internet, so it was not opened.",
      ),
    );
  }
  return [...addresses];
}

/** Answers every lookup with the addresses that were checked. */
function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, options, callback) => {
    const [first] = found;
    if (options.all === true || first === undefined) callback(null, found);
    else callback(null, first.address, first.family);
  };
}
