import { publicInternet, thisMachine, type Destinations } from '@connector/outbound-http'

/** For trying things out: names of this machine lead to this machine, all others to the public internet. */
const alsoThisMachine: Destinations = {
  refusal: (destination) => thisMachine.refusal(destination) && publicInternet.refusal(destination),
  refusalOfAddress: (hostname, address) =>
    (thisMachine.refusal({ protocol: '', hostname, port: '' }) === undefined
      ? thisMachine
      : publicInternet
    ).refusalOfAddress(hostname, address),
}

/** Where web hooks may lead. */
export const hookDestinations = (alsoHere: boolean): Destinations => (alsoHere ? alsoThisMachine : publicInternet)

/** Why an address can be no web hook; undefined when it can. */
export function problemOfHook(address: string, alsoHere: boolean): string | undefined {
  if (!URL.canParse(address)) return 'it is not an address'
  const url = new URL(address)
  if (url.username !== '' || url.password !== '') return 'it holds a user or a password'
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'it must begin with https'
  return hookDestinations(alsoHere).refusal(url)
}
