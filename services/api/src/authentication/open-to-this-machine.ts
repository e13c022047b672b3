import { BlockList, isIP } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether only programs on this machine can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true
  const family = isIP(host)
  return family !== 0 && loopback.check(host, family === 6 ? 'ipv6' : 'ipv4')
}

/** @throws {Error} where everybody who reaches the port would rule every tenant */
export function assertNotOpenToAll(mode: 'required' | 'off', host: string): void {
  if (mode === 'off' && !isLoopback(host))
    throw new Error(
      `With API_AUTHENTICATION=off whoever reaches the port rules every tenant, so API_HOST must be this machine ` +
        `(127.0.0.1, ::1 or localhost), not ${host}. Set API_AUTHENTICATION=required to listen elsewhere.`,
    )
}
