import type { ConversationKeys, KeyName, KeyOwner, TenantConnection } from '@connector/store'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'

/** Opened keys that are kept, about 0.3 kB each; room for all is taken at the start, and for 50 000 that took 65 ms. */
const keptKeys = 10_000

/** An erased key is forgotten by every process after this long at the latest; where its process reads of the erasure, at once. */
const keptMs = 600_000

type OpenedKey = Buffer | 'erased'

export interface KeyRing {
  /** The keys that seal, in the order asked for. */
  toSeal(connection: TenantConnection, owners: readonly KeyOwner[]): Promise<{ generation: number; key: Buffer }[]>
  /** Reads at once what is not kept. @returns undefined for a key that does not exist */
  toOpen(connection: TenantConnection, names: readonly KeyName[]): Promise<(name: KeyName) => OpenedKey | undefined>
  /** It was seen that all up to this one are erased. */
  erased(name: KeyName): void
}

const ownerName = ({ tenantId, owner }: KeyOwner): string => JSON.stringify([tenantId, owner])
const keyName = (name: KeyName): string => JSON.stringify([name.tenantId, name.owner, name.generation])

export function createKeyRing(keys: ConversationKeys): KeyRing {
  const opening = new LRUCache<string, OpenedKey>({ ...atMost(keptKeys), ttl: keptMs })
  const sealing = new LRUCache<string, { generation: number; key: Buffer }>({ ...atMost(keptKeys), ttl: keptMs })
  /** Grows with each erasure that is seen: a key that was asked for before may be of those that are gone by now. */
  let erasures = 0

  return {
    async toSeal(connection, owners) {
      for (;;) {
        const before = erasures
        const missing = owners.filter((owner) => !sealing.has(ownerName(owner)))
        const made = missing.length === 0 ? [] : await keys.current(connection, missing)
        if (before !== erasures) continue
        const fresh = new Map(made.map((key) => [ownerName(key), key]))
        const found = owners.map((owner) => fresh.get(ownerName(owner)) ?? sealing.get(ownerName(owner)))
        for (const [name, { generation, key }] of fresh) sealing.set(name, { generation, key })
        // What was sealed here is read here soon.
        for (const { key, ...name } of made) opening.set(keyName(name), key)
        const complete = found.flatMap((key) => key ?? [])
        // One may have grown too old between the two looks.
        if (complete.length === owners.length) return complete
      }
    },

    async toOpen(connection, names) {
      const wanted = new Map(names.map((name) => [keyName(name), name]))
      const found = new Map<string, OpenedKey>()
      for (const id of wanted.keys()) {
        const known = opening.get(id)
        if (known === undefined) continue
        found.set(id, known)
        wanted.delete(id)
      }
      const before = erasures
      const read = wanted.size === 0 ? [] : await keys.read(connection, [...wanted.values()])
      for (const { key, ...name } of read) {
        found.set(keyName(name), key ?? 'erased')
        if (before === erasures) opening.set(keyName(name), key ?? 'erased')
      }
      return (name) => found.get(keyName(name))
    },

    erased({ generation, ...owner }) {
      erasures += 1
      sealing.delete(ownerName(owner))
      for (let gone = 0; gone <= generation; gone++) opening.set(keyName({ ...owner, generation: gone }), 'erased')
    },
  }
}
