import { isIP } from 'node:net'
import { isLoopbackAddress, isPublicAddress } from './address.ts'

/** Where a connection is to be opened; a `URL` is one. The port is empty for that of the protocol. */
export interface Destination {
  protocol: string
  hostname: string
  port: string
}

/**
 * Where calls may go. Tenants choose parts of host names, so that neither a name nor what it resolves to can be trusted:
 * otherwise a tenant could have us call, with our own rights, what only we can reach (server-side request forgery).
 */
export interface Destinations {
  /** Why no connection may be opened there, for people; undefined when it may. */
  refusal(destination: Destination): string | undefined
  /** The same for an address that the host name stands for. The text does not tell the address. */
  refusalOfAddress(hostname: string, address: string): string | undefined
}

/** One host that may be called, or all with one more label: `*.thulium.com`. */
interface Rule {
  protocol: string
  host: string
  port: string
  /** This machine itself, which only the deployment's own settings can name. */
  local: boolean
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const hostPattern = new RegExp(String.raw`^(?:\*\.)?${label}(?:\.${label})*\.[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$`)

/** Whether a text can be a host pattern: a name such as `marketplace.empik.com`, or `*.thulium.com` for one label more. */
export const isHostPattern = (text: string): boolean => hostPattern.test(text) && !/^\*\.[^.]+$/.test(text)

const withoutBrackets = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1')
const isLoopbackName = (hostname: string): boolean => hostname === 'localhost' || isLoopbackAddress(hostname)

/** Stands for a placeholder while an address is taken apart; no host of anybody begins like this. */
const placeholder = 'placeholder--of--template'

/** @returns the rule that the address of an outside system makes, or what is wrong with the address */
function ruleOf(template: string): { rule: Rule } | { problem: string } {
  const text = template.replaceAll(/\{\w+\}/g, placeholder)
  if (!URL.canParse(text)) return { problem: 'it is not an address' }
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return { problem: 'it holds a user or a password' }
  const host = withoutBrackets(url.hostname).replace(placeholder, '*')
  const { protocol, port } = url
  if (isLoopbackName(host) && (protocol === 'http:' || protocol === 'https:'))
    return { rule: { protocol, host, port, local: true } }
  if (protocol !== 'https:') return { problem: 'it must begin with https, unless it names this machine (127.0.0.1)' }
  if (!isHostPattern(host))
    return { problem: 'its host must be a name with a dot, and a placeholder in it must be the whole first part' }
  return { rule: { protocol, host, port, local: false } }
}

/** What is wrong with the address of an outside system, in which `{…}` stands for a text chosen by a tenant. */
export function problemOfTemplate(template: string): string | undefined {
  const made = ruleOf(template)
  return 'problem' in made ? made.problem : undefined
}

function matchesHost({ host }: Rule, hostname: string): boolean {
  if (!host.startsWith('*.')) return hostname === host
  const rest = host.slice(1)
  return hostname.endsWith(rest) && new RegExp(`^${label}$`).test(hostname.slice(0, -rest.length))
}

/**
 * @param urls addresses of outside systems in the deployment's own settings, with placeholders; each allows what it names,
 *   and only such a one can allow this machine
 * @param hosts patterns of further hosts, over https at the usual port
 * @throws {RangeError} for an address or a pattern that cannot be one
 */
export function createDestinations({
  urls,
  hosts,
}: {
  urls: readonly string[]
  hosts: readonly string[]
}): Destinations {
  const rules = urls.map((url) => {
    const made = ruleOf(url)
    if ('problem' in made) throw new RangeError(`Nothing can be called at ${url}: ${made.problem}`)
    return made.rule
  })
  for (const host of hosts) {
    if (!isHostPattern(host)) throw new RangeError(`${host} is not a pattern of host names`)
    rules.push({ protocol: 'https:', host, port: '', local: false })
  }

  return {
    refusal({ protocol, hostname: written, port }) {
      const hostname = withoutBrackets(written)
      const known = rules.filter((rule) => matchesHost(rule, hostname))
      if (known.some((rule) => rule.protocol === protocol && rule.port === port)) return undefined
      if (known.length === 0)
        return isIP(hostname) === 0
          ? `${hostname} is not among the hosts that may be called (setting OUTSIDE_HOSTS)`
          : `${hostname} is an address and not a name; only names of known hosts may be called`
      return known.some((rule) => rule.protocol === protocol)
        ? `${hostname} may not be called at port ${port === '' ? 'of the protocol' : port}`
        : `${hostname} may not be called without encryption, only by https`
    },
    refusalOfAddress(hostname, address) {
      const name = withoutBrackets(hostname)
      const local = rules.some((rule) => rule.local && rule.host === name)
      if (local ? isLoopbackAddress(address) : isPublicAddress(address)) return undefined
      return `${hostname} leads to an address that is not on the public internet, and is not called`
    },
  }
}

/** This machine at any port and nothing else: for what runs against servers of its own. */
export const thisMachine: Destinations = {
  refusal: ({ hostname }) =>
    isLoopbackName(withoutBrackets(hostname)) ? undefined : `${hostname} is not this machine`,
  refusalOfAddress: (hostname, address) =>
    isLoopbackAddress(address) ? undefined : `${hostname} leads to another machine`,
}

/**
 * Any host of the public internet by https, for addresses that tenants write down in full: names only, and neither this machine
 * nor its network. Ports below 1024 are those of other services, so of these only that of https.
 */
export const publicInternet: Destinations = {
  refusal({ protocol, hostname: written, port }) {
    const hostname = withoutBrackets(written)
    if (protocol !== 'https:') return `${hostname} may not be called without encryption, only by https`
    if (isIP(hostname) !== 0) return `${hostname} is an address and not a name; only names may be called`
    if (!isHostPattern(hostname) || hostname.startsWith('*')) return `${hostname} is not a name of the public internet`
    if (port !== '' && port !== '443' && Number(port) < 1024) return `${hostname} may not be called at port ${port}`
    return undefined
  },
  refusalOfAddress: (hostname, address) =>
    isPublicAddress(address)
      ? undefined
      : `${hostname} leads to an address that is not on the public internet, and is not called`,
}
