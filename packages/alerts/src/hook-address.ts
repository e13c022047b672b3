import { both, type BothLanguages } from '@connector/domain/words'
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

const publicOnly = 'dozwolone są tylko nazwy publicznego internetu, przez https (port 443 albo od 1024 wzwyż)'

/** Why an address can be no web hook; undefined when it can. */
export function problemOfHook(address: string, alsoHere: boolean): BothLanguages | undefined {
  if (!URL.canParse(address)) return both('to nie jest adres', 'it is not an address')
  const url = new URL(address)
  if (url.username !== '' || url.password !== '')
    return both('zawiera użytkownika albo hasło', 'it holds a user or a password')
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return both('musi zaczynać się od https', 'it must begin with https')
  const refusal = hookDestinations(alsoHere).refusal(url)
  return refusal === undefined ? undefined : both(publicOnly, refusal)
}
