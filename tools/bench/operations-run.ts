/**
 * Verifies a long log and reads the same rows plainly; compares conversations with what both sides would show, and asks a sandbox
 * as often as a reconciliation does. Tells the times.
 */
import { connectionSettings, createClients } from '@connector/connections'
import { emptyConversation, evolveConversation, type ConversationState } from '@connector/domain/conversation'
import { decodeEvent, isConversationEvent } from '@connector/domain/events'
import { plannedEffects, reconcile, type Facts, type TicketEntry } from '@connector/domain/reconcile'
import { integrationSettings } from '@connector/domain/settings'
import { mirrorText } from '@connector/domain/tickets'
import { conversationStream } from '@connector/domain/words'
import { createPostgresEventLog } from '@connector/event-log'
import { createProjection, operationHandlers } from '@connector/projector'
import { createRepository } from '@connector/repository'
import { connectWorker, migrate } from '@connector/store'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { eventsPerConversation, writeHistory } from './history.ts'
import { agentLogin, benchShops, customerField, threadField } from './shops.ts'

const { databaseUrl, count, conversations, empikplaceUrl, thuliumUrl } = z
  .object({
    databaseUrl: z.string(),
    count: z.number(),
    conversations: z.number(),
    empikplaceUrl: z.string(),
    thuliumUrl: z.string(),
  })
  .parse(startArgument())

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}

await migrate(databaseUrl)
const store = connectWorker({ url: databaseUrl })
const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
const [shop] = benchShops(1, 1)
if (!shop) throw new Error('There is no shop')
const events = await writeHistory(log, count, [shop])
const projection = createProjection(log, store)
while ((await projection.next()).events > 0);

const { verify } = operationHandlers({
  log,
  store,
  repository: createRepository(() => log, 'bench'),
  now: () => new Date(),
})

async function verifyAll(): Promise<void> {
  const context = {
    ...{ tenantId: '*', operationId: '0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30', scope: {}, dryRun: false },
    ...{ causedBy: 'bench', signal: new AbortController().signal },
  }
  for (let cursor: unknown; ;) {
    const step = await verify.step(context, cursor)
    const written = typeof step === 'function' ? await store.db.transaction().execute(step) : step
    if (written.end) return
    cursor = written.cursor
  }
}

async function readAll(): Promise<void> {
  for (let after: string | undefined; ;) {
    const page = await log.readAll(after, 2_000)
    if (page.events.length === 0) return
    after = page.next
  }
}

const ofConversation = (index: number) => ({ ...shop, threadId: `watek-${index}` })

async function fold(index: number): Promise<Pick<Facts, 'ref' | 'state' | 'planned'>> {
  const { tenantId, integrationId, threadId } = ofConversation(index)
  const ref = { tenantId, integrationId, threadId }
  const told = (await log.readStream(conversationStream(ref))).flatMap((stored) => {
    const event = decodeEvent(stored)
    return isConversationEvent(event) ? [{ event, revision: stored.revision }] : []
  })
  const state: ConversationState = told.map(({ event }) => event).reduce(evolveConversation, emptyConversation)
  return { ref, state, planned: plannedEffects(ref, told) }
}

const settings = integrationSettings.parse({
  name: 'Sklep',
  shopId: String(shop.shopId),
  customerField,
  queueId: 7,
  categoryId: 12,
})

/** With what both sides would show. */
function factsOf({ ref, state, planned }: Awaited<ReturnType<typeof fold>>): Facts {
  const entries = state.messages.map((message, place): TicketEntry => {
    const { entry, text } = mirrorText(message)
    const type = entry === 'agent' ? 'REPLY' : 'MAIL'
    return { id: place, type, userLogin: agentLogin, body: text, comment: '', attachments: [] }
  })
  const sent = state.replies.flatMap(({ messageId, text }) => (messageId === undefined ? [] : [{ messageId, text }]))
  const [first] = state.messages
  if (!first) throw new Error('A conversation of the history has no message')
  return {
    ...{ ref, state, planned, settings, customerField: undefined, startedAt: new Date(0), shopName: undefined },
    thread: [
      ...state.messages,
      ...sent.map(({ messageId, text }) => ({ ...first, messageId, author: 'seller' as const, body: text })),
    ],
    ticket: { id: state.ticketId ?? 0, mark: ref.threadId, entries },
    elsewhere: { passedOn: new Set(), moved: new Set() },
    ledger: planned.map(({ key }) => ({ key, state: state.settled.has(key) ? 'confirmed' : 'planned' })),
    account: { threadField, agentLogin },
    now: new Date(),
  }
}

const clients = createClients(
  connectionSettings.parse({
    ...{ EMPIKPLACE_URL: empikplaceUrl, THULIUM_URL: `${thuliumUrl}/{system}` },
    ...{ EMPIKPLACE_REQUESTS_PER_SECOND: 100_000, THULIUM_REQUESTS_PER_SECOND: 100_000 },
  }),
)
const empikplace = clients.empikplace({ shopId: String(shop.shopId), apiKey: shop.apiKey })
const listed = await empikplace.threads({ limit: 100 })
if (!listed.ok) throw new Error(listed.failure.message)
const threads = listed.value.threads.map(({ id }) => id)

/** Thread, ticket and customer: three calls for each conversation. */
async function askOutside(): Promise<void> {
  for (let index = 0; index < 3 * conversations; index += 1) {
    const answer = await empikplace.thread(threads[index % threads.length] ?? '')
    if (!answer.ok) throw new Error(answer.failure.message)
  }
}

async function compareAll(): Promise<void> {
  const known = Math.floor(events / eventsPerConversation)
  for (let index = 0; index < conversations; index += 1) {
    const found = reconcile(factsOf(await fold(index % known)))
    // In the history the shop says in its panel what the agent has written.
    const wrong = found.find(({ what }) => what !== 'reply-twice-at-empikplace')
    if (wrong) throw new Error(`What is well was named: ${JSON.stringify(wrong)}`)
  }
}

const rounds = []
for (let round = 0; round < 3; round += 1)
  rounds.push({
    verifySeconds: await timed(verifyAll),
    readSeconds: await timed(readAll),
    compareSeconds: await timed(compareAll),
    outsideSeconds: await timed(askOutside),
  })
tell({ events, conversations, rounds })
await log.close()
await store.close()
process.disconnect()
