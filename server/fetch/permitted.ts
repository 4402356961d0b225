import type { PageFetcherOptions } from "./page-fetcher";

/**
 * What a fetcher may reach beyond the public web: the addresses that the operator names, each as `address:port`, and
 * nothing else. None by default.
 */
export function permitted(
  places: readonly string[],
): Pick<PageFetcherOptions, "permitAddress" | "permitPort"> {
  if (places.length === 0) return {};
  const named = places.map((place) => {
    const at = place.lastIndexOf(":");
    return {
      address: place.slice(0, at).replace(/^\[|\]$/g, ""),
      port: Number(place.slice(at + 1)),
    };
  });
  return {
    permitAddress: (address, port) =>
      named.some((one) => one.address === address && one.port === port),
    permitPort: (port) => port === 80 || port === 443 || named.some((one) => one.port === port),
  };
}
