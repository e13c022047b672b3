import { openWire, type Wire } from '@connector/test-kit'

/** A message of PostgreSQL's first packet: its length and the version of the protocol, then names and values. */
function withoutOptions(packet: Buffer): Buffer {
  const words = packet.subarray(8, -1).toString().split('\0')
  const kept = words.flatMap((name, index) =>
    index % 2 === 0 && name !== '' && name !== 'options' ? [`${name}\0${words[index + 1] ?? ''}\0`] : [],
  )
  const body = Buffer.from(`${kept.join('')}\0`)
  const head = Buffer.from(packet.subarray(0, 8))
  head.writeInt32BE(8 + body.length)
  return Buffer.concat([head, body])
}

/** Hands everything on but the settings that a connection begins with, as PgBouncer does when told to ignore them. */
export const openPooler = (url: string): Promise<Wire> =>
  openWire(url, () => {
    let isFirst = true
    return {
      toServer(bytes) {
        const passed = isFirst ? withoutOptions(bytes) : bytes
        isFirst = false
        return passed
      },
    }
  })
