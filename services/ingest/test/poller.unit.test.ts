import { defaultTiming } from '@connector/domain/effects'
import { createLog } from '@connector/service-kit'
import type { Lease, Leases } from '@connector/store'
import t from 'tap'
import { startPoller } from '../src/poller.ts'
import type { DuePoll } from '../src/due-poll.ts'
import type { DueLook, Polls } from '../src/polls.ts'

const leaseOf = (tenantId: string): Lease => ({
  tenantId,
  fence: 1,
  since: new Date(0),
  signal: new AbortController().signal,
  isHeld: () => true,
})

const dueOf = (tenantId: string): DueLook & { polls: [DuePoll] } => ({
  tenantId,
  side: 'empikplace',
  polls: [
    {
      ref: { tenantId, integrationId: 'x' },
      side: 'empikplace',
      cursor: undefined,
      failures: 0,
      hintedAt: undefined,
      sweptAt: undefined,
    },
  ],
})

/** A promise and what fulfils it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

const concurrency = 12

t.test('looks that ended make room for others before they are written down, and several at once', async (t) => {
  const tenants = Array.from({ length: 20 }, (_, n) => `konto-${n}`)
  const held = tenants.map(leaseOf)
  const leases: Leases = {
    owner: 'a',
    held: () => held,
    get: (tenantId) => held.find((lease) => lease.tenantId === tenantId),
    renew: () => Promise.resolve(),
    share: () => Promise.resolve(),
    releaseAll: () => Promise.resolve(),
  }
  const looks = new Map<string, ReturnType<typeof gate>>()
  const limits: number[] = []
  const written = gate()
  const recorded = new Set<string>()
  const asked = [gate(), gate()]
  const polls: Polls = {
    ensure: () => Promise.resolve(),
    due(_owner, _now, limit) {
      limits.push(limit)
      asked[limits.length - 1]?.open()
      // What is under way is due until it is written down.
      return Promise.resolve(
        tenants
          .filter((tenantId) => !recorded.has(tenantId))
          .slice(0, limit)
          .map(dueOf),
      )
    },
    async succeeded(lease) {
      await written.opened
      recorded.add(lease.tenantId)
      return true
    },
    failed: () => Promise.resolve(true),
  }
  const begun = gate()
  const poller = startPoller({
    leases,
    polls,
    connections: { get: () => Promise.reject(new Error('not asked for')), forget: () => undefined },
    acceptance: { accepted: () => Promise.resolve(), rejected: () => Promise.resolve('counted') },
    async look({ tenantId, polls: [poll] }) {
      const own = gate()
      looks.set(tenantId, own)
      if (looks.size === 16) begun.open()
      await own.opened
      return poll ? [{ poll, result: { ok: true, cursor: undefined } }] : []
    },
    intervalMs: () => 60_000,
    timing: defaultTiming,
    concurrency,
    perTenant: 4,
    log: createLog('test', 'silent'),
    now: () => new Date(),
    random: () => 0.5,
  })

  await asked[0]?.opened
  t.equal(limits[0], concurrency)
  while (looks.size < concurrency) await new Promise((resolve) => setImmediate(resolve))
  for (const tenantId of tenants.slice(0, 4)) looks.get(tenantId)?.open()
  await asked[1]?.opened
  t.equal(limits[1], concurrency + 4, 'four places, behind twelve that are due until they are written down')
  await begun.opened
  t.equal(looks.size, 16, 'none twice')

  for (const { open } of looks.values()) open()
  written.open()
  const stopped = poller.stop()
  for (const { open } of looks.values()) open()
  await stopped
})
