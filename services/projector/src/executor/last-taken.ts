import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import type { ClaimedEffect } from '../claimed-effect.ts'

/** When the other side last answered for a write, by kind and integration: tells a write that is never taken from a side that takes none. */
export interface LastTaken {
  of(effect: ClaimedEffect): Date | undefined
  note(effect: ClaimedEffect, at: Date): void
}

const rememberedKinds = 20_000

export function createLastTaken(): LastTaken {
  const dates = new LRUCache<string, Date>(atMost(rememberedKinds))
  const nameOf = ({ tenantId, integrationId, kind }: ClaimedEffect): string => `${tenantId}/${integrationId}/${kind}`
  return {
    of: (effect) => dates.get(nameOf(effect)),
    note: (effect, at) => void dates.set(nameOf(effect), at),
  }
}
