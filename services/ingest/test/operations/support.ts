import { randomUUID } from 'node:crypto'
import { connectionSettings, createClients, createConnections } from '@connector/connections'
import type { OperationScope } from '@connector/domain/events'
import { defaultTiming } from '@connector/domain/effects'
import { authenticated, configureIntegration, startIntegration } from '@connector/domain/integration'
import { requestOperation, type Operation } from '@connector/domain/operations'
import { connectThulium } from '@connector/domain/tenant'
import { createPostgresEventLog } from '@connector/event-log'
import { createRuns, startOperations, type OperationHandler } from '@connector/operations'
import { createRepository } from '@connector/repository'
import { createEmpikPlaceSandbox, createThuliumSandbox } from '@connector/sandbox'
import { createLog } from '@connector/service-kit'
import {
  beginParts,
  connectWorker,
  createMasterKey,
  createVault,
  migrate,
  parseMasterKey,
  schemaDigest,
} from '@connector/store'
import { createTestDatabase, until } from '@connector/test-kit'
import type { Test } from 'tap'
import { createRecording } from '../../src/operations/recording.ts'
import { createReread } from '../../src/operations/reread.ts'
import { createFieldCheck } from '../../src/thulium/field-check.ts'
import { createKnownReplies } from '../../src/thulium/known-replies.ts'
import { createSightings } from '../../src/thulium/sightings.ts'
import { createOwnTickets } from '../../src/thulium/tickets.ts'

const system = 'sklep'
const agent = 'a.nowak'
const threadField = 'EmpikPlace wątek'
const shopId = 37_001
const ref = { tenantId: system, integrationId: 'shop' }

/** A running integration between both sandboxes, at which nobody looks but operations. */
export async function startScene(t: Test) {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const empik = await createEmpikPlaceSandbox({})
  const thulium = await createThuliumSandbox({ switches: { agentSendDelaySeconds: 0 } })
  const [empikUrl, thuliumUrl] = [await empik.listen(0), await thulium.listen(0)]
  const store = connectWorker({ url: database.url })
  const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
  t.teardown(async () => {
    await log.close()
    await store.close()
    await Promise.all([empik.close(), thulium.close()])
    await database.drop()
  })
  empik.addShop({ id: shopId, name: 'Sklep Testowy' })
  empik.addKey({ key: 'klucz', shopIds: [shopId] })
  thulium.addSystem({
    system,
    apiUser: 'connector',
    password: 'haslo',
    mailboxes: [{ address: 'sklep@sklep.example', queueId: 7 }],
    agents: [{ login: agent, name: 'Anna', surname: 'Nowak' }],
    queues: [{ id: 7, name: 'EmpikPlace' }],
    categories: [{ id: 12, name: 'Pytanie' }],
    ticketFields: [threadField],
    customerFields: ['Empik ID'],
  })

  const repository = createRepository(() => log, 'test')
  const vault = createVault(parseMasterKey(createMasterKey()))
  const rates = { EMPIKPLACE_REQUESTS_PER_SECOND: 10_000, THULIUM_REQUESTS_PER_SECOND: 10_000 }
  const clients = createClients(
    connectionSettings.parse({ EMPIKPLACE_URL: empikUrl, THULIUM_URL: `${thuliumUrl}/{system}`, ...rates }),
  )
  await repository.changeTenant(system, 'test', () =>
    connectThulium({
      ...{ system, apiUser: 'connector', mailbox: 'sklep@sklep.example', agentLogin: 'empik.bot', threadField },
      ...{ orderField: '', sinkDomain: 'relay.connector.example' },
    }),
  )
  await vault.replace(store.db, system, 'thulium', 'haslo')
  await vault.replace(store.db, system, 'empikplace:shop', 'klucz')
  await repository.changeIntegration(ref, 'test', () =>
    configureIntegration({
      ...{ name: 'Sklep', shopId: String(shopId), customerField: 'Empik ID', queueId: 7, categoryId: 12 },
    }),
  )
  await repository.changeIntegration(ref, 'test', (state) =>
    authenticated(state, [
      { side: 'empikplace', accountName: 'Sklep Testowy', clockOffsetMs: 0 },
      { side: 'thulium', accountName: system, clockOffsetMs: 0 },
    ]),
  )
  await repository.changeIntegration(ref, 'test', startIntegration)
  // What a projector would have made of it.
  const { state } = await repository.integration(ref)
  await store.db
    .insertInto('integrations')
    .values({
      ...{ tenant_id: system, integration_id: 'shop', settings: null, status: state.status, started_at: new Date() },
      ...{ state: '{}', changed_at: new Date(), revision: 0 },
    })
    .execute()
  await beginParts(store.db, { position: null, rebuild_until: null })

  const now = (): Date => new Date()
  const tickets = createOwnTickets(store)
  const reread = createReread({
    log,
    store,
    repository,
    connections: createConnections({ repository, store, vault, clients }),
    tickets,
    recording: createRecording({ orderFreshMs: 900_000, timing: defaultTiming, store, now }),
    reading: {
      tickets,
      sightings: createSightings(store),
      replies: createKnownReplies(store),
      fields: createFieldCheck({ repository, tickets, everyMs: 365 * 24 * 3_600_000, now }),
      settleMs: 60_000,
      now,
    },
    now,
  })

  async function run(
    scope: OperationScope,
    {
      dryRun = false,
      tenantId = system,
      handler = reread,
    }: { dryRun?: boolean; tenantId?: string; handler?: OperationHandler } = {},
  ) {
    const operationId = randomUUID()
    const asked = { operationId, kind: 'reread', scope, dryRun, requestedBy: 'anna' }
    await repository.changeOperations(tenantId, 'test', (operations) => requestOperation(operations, asked))
    await store.db
      .insertInto('operations')
      .values({
        ...{
          tenant_id: tenantId,
          operation_id: operationId,
          kind: 'reread',
          scope: JSON.stringify(scope),
          dry_run: dryRun,
        },
        ...{ integration_id: scope.integrationId ?? null, thread_id: scope.threadId ?? null, reason: null },
        ...{ requested_at: now(), requested_by: 'anna', status: 'open', ended_at: null, cancelled_by: null },
        ...{ result: null, failure: null },
      })
      .execute()
    const loop = startOperations({
      runs: createRuns(store, randomUUID(), 30_000),
      repository,
      handlers: { reread: handler },
      log: createLog('test', 'silent'),
      ttlMs: 30_000,
      now,
    })
    const operation = await until('the end of the operation', async (): Promise<Operation | undefined> => {
      const known = (await repository.operations(tenantId)).state.operations.get(operationId)
      return known?.status === 'open' ? undefined : known
    })
    await loop.stop()
    await store.db.updateTable('operations').set({ status: operation.status }).execute()
    const findings = await store.db
      .selectFrom('operation_findings')
      .selectAll()
      .where('operation_id', '=', operationId)
      .orderBy('place')
      .execute()
    return { operation, findings, told: findings.map(({ what, subject }) => `${what} ${subject.split(' ')[0] ?? ''}`) }
  }

  const client = clients.thulium({ system, user: 'connector', password: 'haslo' })
  return {
    reread,
    run,
    store,
    log,
    repository,
    empik,
    writes: (text: string, threadId?: string): string =>
      empik.buyerWrites({ shopId, text, ...(threadId === undefined ? {} : { threadId }) }).threadId,
    recorded: async (threadId: string): Promise<string[]> =>
      (await repository.conversation({ ...ref, threadId })).state.messages.map(({ body }) => body),
    /** The ticket of a conversation, as a projector would know it. */
    async ticketOf(threadId: string): Promise<number> {
      const made = await client.createTicket({
        ...{ to: 'sklep@sklep.example', subject: 'Pytanie', body: 'Dzień dobry', bodyType: 'PLAIN', source: 'www' },
        ...{ from: 'empik-1@relay.connector.example', customFields: { [threadField]: threadId } },
      })
      if (made.outcome !== 'done') throw new Error(made.failure.message)
      const { ticketId } = made.value
      await store.db
        .insertInto('conversations')
        .values({
          ...{ tenant_id: system, integration_id: 'shop', thread_id: threadId, subject: '', ticket_id: ticketId },
          ...{ customer_id: null, customer_name: null, order_id: null, order_recorded: false, message_count: 1 },
          ...{ thulium_customer_id: null, last_message_at: now(), last_author: 'customer', replies_pending: 0 },
          ...{ replies_sent: 0, reply_needed_since: null, planning: '{}', revision: 0, changed_at: now() },
        })
        .execute()
      return ticketId
    },
    answer: (ticketId: number): number =>
      thulium.agentReplies({ system, ticketId, login: agent, html: '<p>Odpowiedź</p>' }),
    replies: async (threadId: string): Promise<number> =>
      (await repository.conversation({ ...ref, threadId })).state.replies.length,
    settling: async (): Promise<number> => (await store.db.selectFrom('reply_sightings').selectAll().execute()).length,
  }
}
