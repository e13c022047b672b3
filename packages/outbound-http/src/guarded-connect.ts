import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { promisify } from 'node:util'
import { buildConnector } from 'undici'
import type { Destinations } from './destinations.ts'
import { FailureCode } from './failure.ts'

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

const lookUpAll = promisify(lookUp)

/** As the operating system resolves names: hosts file, then DNS. */
const systemResolve: Resolve = (hostname) => lookUpAll(hostname, { all: true })

/** We ourselves do not open a connection there. The message may be shown: it names the host, and no address. */
export class DestinationRefused extends Error {
  readonly code = FailureCode.destinationRefused
}

/**
 * Opens connections only to destinations that are allowed. A name is resolved once for each connection, every address
 * that comes is checked, and those very addresses are connected to: a name whose answer changes afterwards (DNS
 * rebinding) gains nothing, since nobody asks again.
 */
export function guardedConnect(options: {
  destinations: Destinations
  resolve?: Resolve | undefined
  timeoutMs: number
}): buildConnector.connector {
  const { destinations, resolve = systemResolve, timeoutMs } = options

  async function addressesOf(hostname: string): Promise<LookupAddress[]> {
    const addresses = await resolve(hostname)
    for (const { address } of addresses) {
      const refusal = destinations.refusalOfAddress(hostname, address)
      if (refusal !== undefined) throw new DestinationRefused(refusal)
    }
    return addresses
  }

  const lookup: LookupFunction = (hostname, { all }, callback) => {
    addressesOf(hostname).then(
      (addresses) => {
        const [first] = addresses
        if (all === true) callback(null, addresses)
        else callback(null, first?.address ?? '', first?.family)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error('The look-up failed'), ''),
    )
  }
  const connect = buildConnector({ lookup, timeout: timeoutMs })

  return (destination, callback) => {
    const { hostname } = destination
    // An address is never looked up, so it is checked here.
    const refusal =
      destinations.refusal(destination) ??
      (isIP(hostname) === 0 ? undefined : destinations.refusalOfAddress(hostname, hostname))
    if (refusal === undefined) connect(destination, callback)
    else callback(new DestinationRefused(refusal), null)
  }
}
