import { openWire, type Wire } from './wire.ts'

/** A way to a server that can be made silent: connections stay open, and nothing comes through any more. */
export interface BlackHole extends Wire {
  swallow(): void
  let(): void
}

/** @param url of a server; host and port are taken from it */
export async function openBlackHole(url: string): Promise<BlackHole> {
  let isSilent = false
  const unlessSilent = (bytes: Buffer): Buffer | 'nothing' => (isSilent ? 'nothing' : bytes)
  const wire = await openWire(url, () => ({ toServer: unlessSilent, toClient: unlessSilent, tells: () => !isSilent }))
  return { ...wire, swallow: () => void (isSilent = true), let: () => void (isSilent = false) }
}
