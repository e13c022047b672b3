import { randomUUID } from 'node:crypto'
import type { ConversationEvent, OperationScope } from '@connector/domain/events'
import { requestOperation, type Operation, type OperationKind } from '@connector/domain/operations'
import type { ConversationRef } from '@connector/domain/words'
import { createPostgresEventLog } from '@connector/event-log'
import { createRuns, startOperations, type OperationHandler } from '@connector/operations'
import { createRepository, createSealedLog } from '@connector/repository'
import { createLog, type Loop } from '@connector/service-kit'
import { connectWorker, createConversationKeys, migrate, schemaDigest } from '@connector/store'
import { createTestDatabase, until } from '@connector/test-kit'
import type t from 'tap'
import { createProjection, operationHandlers, type RefeedDeps } from '../../../src/index.ts'

export const message = (messageId: string): ConversationEvent => ({
  type: 'MessageReceived',
  data: {
    messageId,
    author: 'customer',
    authorType: 'CUSTOMER_USER',
    authorName: 'Jan Testowy',
    to: [],
    body: 'Dzień dobry',
    sentAt: '2026-03-02T11:00:00Z',
    attachments: [],
    thread: {
      topic: { type: 'FREE_TEXT', value: 'Pytanie' },
      entities: [],
      updatedAt: '2026-03-02T11:00:00Z',
      shopReplyNeededSince: null,
    },
    opensTicket: true,
  },
})

export const parkedEvent = (effectKey: string, code = 'effect.refused'): ConversationEvent => ({
  type: 'EffectParked',
  data: { effectKey, kind: 'customer:link', code, message: 'Nie', attempts: 2 },
})

type Test = Pick<typeof t, 'teardown'>

/** A log, the read models that follow it, and whoever carries out operations. */
export async function startScene(
  test: Test,
  { sealed = false, feed }: { sealed?: boolean; feed?: Omit<RefeedDeps, 'log'> } = {},
) {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  const storedLog = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
  const keys = createConversationKeys({ masterKey: Buffer.alloc(32, 7), oldMasterKey: undefined })
  const openLog = () => (sealed ? createSealedLog(storedLog, keys, store.pool) : storedLog)
  const log = openLog()
  const repository = createRepository(() => log, 'test')
  const projection = createProjection(log, store)
  await projection.next()
  const running = new Set<Loop>()
  test.teardown(async () => {
    await Promise.all([...running].map((loop) => loop.stop()))
    await log.close()
    await store.close()
    await database.drop()
  })

  const handlers = operationHandlers({
    ...{ log, store, repository, now: () => new Date() },
    ...(feed ? { feed: { ...feed, log: storedLog } } : {}),
  })

  async function project(): Promise<void> {
    while ((await projection.next()).events > 0);
  }

  const append = async (ref: ConversationRef, ...events: ConversationEvent[]): Promise<void> => {
    await repository.changeConversation(ref, 'test', () => events)
    await project()
  }

  /** @returns its id */
  async function ask(
    kind: OperationKind,
    options: { tenantId?: string; scope?: OperationScope; dryRun?: boolean } = {},
  ): Promise<{ tenantId: string; operationId: string }> {
    const { tenantId = '*', scope = {}, dryRun = false } = options
    const operationId = randomUUID()
    await repository.changeOperations(tenantId, 'test', (state) =>
      requestOperation(state, { operationId, kind, scope, dryRun, requestedBy: 'anna' }),
    )
    await project()
    return { tenantId, operationId }
  }

  /** A process that carries out operations. @param ttlMs how long what it does stays its own when it stops answering */
  function start(change: Partial<Record<OperationKind, OperationHandler>> = {}, ttlMs = 30_000): Loop {
    const loop = startOperations({
      runs: createRuns(store, randomUUID(), ttlMs),
      repository,
      handlers: { ...handlers, ...change },
      log: createLog('test', 'silent'),
      ttlMs,
      now: () => new Date(),
    })
    running.add(loop)
    return loop
  }

  const stateOf = async ({ tenantId, operationId }: { tenantId: string; operationId: string }): Promise<Operation> => {
    const operation = (await repository.operations(tenantId)).state.operations.get(operationId)
    if (!operation) throw new Error('Nobody has asked for it')
    return operation
  }

  /** Until it is over; the read models follow meanwhile. */
  const ended = (of: { tenantId: string; operationId: string }): Promise<Operation> =>
    until('the end of the operation', async () => {
      await project()
      const operation = await stateOf(of)
      return operation.status === 'open' ? undefined : operation
    })

  const findings = ({ operationId }: { operationId: string }) =>
    store.db
      .selectFrom('operation_findings')
      .selectAll()
      .where('operation_id', '=', operationId)
      .orderBy('place')
      .execute()

  /** Asks, and has it carried out. */
  async function run(...asked: Parameters<typeof ask>) {
    const of = await ask(...asked)
    const loop = start()
    const operation = await ended(of)
    await loop.stop()
    running.delete(loop)
    return { operation, findings: await findings(of), of }
  }

  /** Another process, with a memory of its own. */
  const process = () => {
    const own = openLog()
    return createRepository(() => own, 'test')
  }

  return {
    database,
    store,
    log,
    storedLog,
    process,
    repository,
    handlers,
    project,
    append,
    ask,
    start,
    stateOf,
    ended,
    findings,
    run,
  }
}
