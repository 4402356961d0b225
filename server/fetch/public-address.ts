import ipaddr from "ipaddr.js";

/** Ranges that the library takes for ordinary addresses, but that are never a public web page. */
const blocked = [
  // The metadata and DNS service of Azure, reachable only from inside.
  "168.63.129.16/32",
  // PCP and TURN anycast are IETF assignments that stand inside ordinary unicast space.
  "2001:1::/32",
].map((range) => ipaddr.parseCIDR(range));

/** Everything handed out so far for the public IPv6 internet; the rest is local, special or not in use. */
const globalIpv6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * True only for an address on the public internet. Loopback, private, link-local, carrier, multicast, documentation
 * and reserved ranges are not public, nor are the IPv6 forms that carry an IPv4 address inside (mapped, NAT64, 6to4,
 * Teredo): an IPv4-mapped address is judged by what it maps, the tunnels are refused whole. What cannot be read as an
 * address is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.IPv6.isValid(text) && !ipaddr.IPv4.isValidFourPartDecimal(text)) return false;
  // The library reads `::1.2.3.4` as if it were mapped; to the system it is another, disused address.
  if (/:.*\./.test(text) && !/^::ffff:/i.test(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== "unicast") return false;
  if (address instanceof ipaddr.IPv6 && !address.match(globalIpv6)) return false;
  return !blocked.some(
    ([range, bits]) => range.kind() === address.kind() && address.match(range, bits),
  );
}
