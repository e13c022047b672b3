import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { text } from 'node:stream/consumers'

/** What one node knows of another. */
export interface Member {
  state: string
  isAlive: boolean
  httpEndPointPort: number
}

/** The nodes that an address of an EventStoreDB names, as `host:port`; none where it names none. */
export const hostsOf = (url: string): string[] =>
  /^esdb:\/\/(?:[^@/?]*@)?([^?/]+)/.exec(url)?.[1]?.split(',').filter(Boolean) ?? []

/** TLS is what the address asks for unless it says otherwise. */
const option = (url: string, name: string): string | undefined => {
  const asked = new URLSearchParams(url.split('?')[1])
  return [...asked].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
}

/** `fetch` knows no CA of one's own. */
async function securely(url: string, caFile: string | undefined, signal: AbortSignal): Promise<string> {
  const ca = caFile === undefined ? {} : { ca: readFileSync(caFile) }
  return new Promise((resolve, reject) => {
    request(url, { ...ca, signal, agent: false }, (answer) => {
      text(answer).then(resolve, reject)
    })
      .once('error', reject)
      .end()
  })
}

/** Asks a node which others it knows; undefined where it does not answer. */
export function askNodes(url: string): (host: string) => Promise<Member[] | undefined> {
  const plain = option(url, 'tls') === 'false'
  return async (host) => {
    const signal = AbortSignal.timeout(2_000)
    try {
      const said = plain
        ? await (await fetch(`http://${host}/gossip`, { signal })).text()
        : await securely(`https://${host}/gossip`, option(url, 'tlsCaFile'), signal)
      return (JSON.parse(said) as { members: Member[] }).members
    } catch {
      return undefined
    }
  }
}
