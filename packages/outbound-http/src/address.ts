import ipaddr from 'ipaddr.js'

/** All that is routed on the internet; what lies outside and has no name of its own (`::/96` …) is not (RFC 4291, 2.4). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address is one of the public internet. Not so: private, loopback, link-local (with the metadata services of
 * clouds), carrier-grade NAT, multicast, unspecified, documentation, and every IPv6 form that carries an IPv4 address
 * inside (mapped, NAT64, 6to4, Teredo), whichever it is: no public name needs one.
 */
export function isPublicAddress(address: string): boolean {
  // A zone (`%eth0`) is only for addresses of one link.
  if (address.includes('%') || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast)
}

export const isLoopbackAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback'
