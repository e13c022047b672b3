import { randomUUID } from 'node:crypto'
import { connectionSettings, createClients, createConnections } from '@connector/connections'
import { defaultTiming } from '@connector/domain/effects'
import { authenticated, configureIntegration, startIntegration } from '@connector/domain/integration'
import { connectThulium } from '@connector/domain/tenant'
import { createPostgresEventLog } from '@connector/event-log'
import { createRepository } from '@connector/repository'
import { createEmpikPlaceSandbox } from '@connector/sandbox'
import { connectWorker, createMasterKey, createVault, migrate, parseMasterKey, schemaDigest } from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import type { Test } from 'tap'
import { createContacts } from '../../src/empikplace/contacts.ts'
import { createLateOrders } from '../../src/empikplace/late-orders.ts'
import { createOrders } from '../../src/empikplace/orders.ts'
import { createEmpikPlacePoll } from '../../src/empikplace/poll.ts'
import { createReasonMemory } from '../../src/empikplace/reasons.ts'
import { createThreadMemory } from '../../src/empikplace/thread-memory.ts'
import { createIllItems } from '../../src/ill-items.ts'
import type { PollResult } from '../../src/poll-result.ts'

const system = 'sklep'
const shopId = 37_001
const hour = 3_600_000

export type TestShop = Awaited<ReturnType<typeof createShop>>

/**
 * A shop and looks at it that a test makes one by one. The database, the log and the outside are real; time is the
 * sandbox's, and stands still only as far as the real one does.
 */
export async function createShop(t: Test, options: { sweepPages?: number; tellAfterPages?: number } = {}) {
  /** How many pages the parts of wider looks had read when each was cut off. */
  const cuts: number[] = []
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const empik = await createEmpikPlaceSandbox({})
  const url = await empik.listen(0)
  const store = connectWorker({ url: database.url })
  const eventLog = createPostgresEventLog({ pool: store.pool, listen: database.url, onError: () => undefined })
  t.teardown(async () => {
    await eventLog.close()
    await store.close()
    await empik.close()
    await database.drop()
  })
  empik.addShop({ id: shopId, name: 'Sklep Testowy' })
  empik.addKey({ key: 'klucz', shopIds: [shopId] })

  const repository = createRepository(() => eventLog, 'test')
  const vault = createVault(parseMasterKey(createMasterKey()))
  const clients = createClients(
    connectionSettings.parse({ EMPIKPLACE_URL: url, EMPIKPLACE_REQUESTS_PER_SECOND: 10_000 }),
  )
  const ref = { tenantId: system, integrationId: 'shop' }
  await repository.changeTenant(system, 'test', () =>
    connectThulium({
      system,
      apiUser: 'connector',
      mailbox: 'sklep@sklep.example',
      agentLogin: 'empik.bot',
      threadField: 'EmpikPlace wątek',
      orderField: '',
      sinkDomain: 'relay.connector.example',
    }),
  )
  await vault.replace(store.db, system, 'thulium', 'haslo')
  await vault.replace(store.db, system, 'empikplace:shop', 'klucz')
  await repository.changeIntegration(ref, 'test', () =>
    configureIntegration({
      name: 'Sklep',
      shopId: String(shopId),
      customerField: 'Empik ID',
      queueId: 7,
      categoryId: 12,
    }),
  )
  const now = (): Date => empik.clock.now()
  await repository.changeIntegration(ref, 'test', (state) =>
    authenticated(state, [
      { side: 'empikplace', accountName: 'Sklep Testowy', clockOffsetMs: now().getTime() - Date.now() },
      { side: 'thulium', accountName: system, clockOffsetMs: 0 },
    ]),
  )
  await repository.changeIntegration(ref, 'test', startIntegration)

  const connections = createConnections({ repository, store, vault, clients })
  const orders = createOrders({
    freshMs: 900_000,
    timing: defaultTiming,
    tell: () => Promise.resolve(),
    now,
    random: () => 0.5,
  })
  const poll = createEmpikPlacePoll({
    repository,
    memory: createThreadMemory(now),
    overlapMs: 300_000,
    sweep: {
      everyMs: 6 * hour,
      backMs: 48 * hour,
      pages: options.sweepPages ?? 20,
      tellAfterPages: options.tellAfterPages ?? 500,
      onCut: (_, pages) => void cuts.push(pages),
      random: () => 0,
    },
    orders,
    lateOrders: createLateOrders({ repository, store, orders, now }),
    reasons: createReasonMemory(),
    contacts: createContacts(store),
    ill: createIllItems(defaultTiming, now, () => 0.5),
    now,
  })

  let cursor: Date | undefined
  let sweptAt: Date | undefined

  return {
    empik,
    now,
    passes: (minutes: number): void => empik.clock.advance(minutes * 60_000),
    cursor: (): Date | undefined => cursor,
    cuts: (): readonly number[] => cuts,
    calls: (operation: string): number => empik.counters.count({ operation }),
    writes: (text: string, more: { at?: Date; visibleAfterMs?: number; threadId?: string } = {}): string =>
      empik.buyerWrites({ shopId, text, ...more }).threadId,
    /** Looks once, as the poller does, and remembers where it came. */
    async look(): Promise<PollResult> {
      const result = await poll.run(await connections.get(ref), { cursor, sweptAt }, new AbortController().signal)
      cursor = result.cursor ?? cursor
      if (result.ok && result.swept) sweptAt = result.swept.at
      return result
    },
    /** A later version records something in a conversation; `understand` makes it an event that says nothing. */
    async laterVersionRecords(threadId: string): Promise<{ understand: () => Promise<void> }> {
      const streamId = `conversation-${system}-shop-${threadId}`
      const known = await eventLog.readStream(streamId)
      const metadata = { tenantId: system, integrationId: 'shop', threadId, correlationId: randomUUID() }
      const event = { id: randomUUID(), type: 'ReplyWithdrawn', schemaVersion: 1, data: {}, metadata }
      await eventLog.append([{ streamId, expectedRevision: known.length - 1, events: [event] }])
      return {
        understand: () =>
          database.execute(`update events set type = 'ReplyClockChanged',
            data = '{"shopReplyNeededSince": null, "updatedAt": "2026-03-02T11:00:00Z"}' where type = 'ReplyWithdrawn'`),
      }
    },
    /** From now on the database takes no event of this conversation. */
    refuses: (threadId: string) =>
      database.execute(`create function refuse() returns trigger language plpgsql as $$
        begin raise exception 'refused' using errcode = '22000'; end $$;
        create trigger refused before insert on events for each row
        when (new.stream_id like '%${threadId}') execute function refuse()`),
    /** Texts of a conversation that were recorded. */
    recorded: async (threadId: string): Promise<string[]> =>
      (await repository.conversation({ ...ref, threadId })).state.messages.map(({ body }) => body),
    unreadable: async (): Promise<string[]> =>
      (await eventLog.readStream(`integration-${system}-shop`)).flatMap(({ type, data }) =>
        type === 'InputUnreadable' && typeof data['reason'] === 'string' ? [data['reason']] : [],
      ),
  }
}
