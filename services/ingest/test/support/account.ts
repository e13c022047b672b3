import { connectionSettings, createClients, createConnections, type Connections } from '@connector/connections'
import { defaultTiming } from '@connector/domain/effects'
import { authenticated, configureIntegration, startIntegration } from '@connector/domain/integration'
import { connectThulium } from '@connector/domain/tenant'
import { createPostgresEventLog } from '@connector/event-log'
import { createRepository } from '@connector/repository'
import { createThuliumSandbox, type ThuliumSwitches } from '@connector/sandbox'
import { createLog, createTally, type Count } from '@connector/service-kit'
import {
  beginParts,
  connectWorker,
  createMasterKey,
  createVault,
  migrate,
  parseMasterKey,
  schemaDigest,
} from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import type { Ticket, TicketQuery } from '@connector/thulium'
import type { Test } from 'tap'
import { createIllItems } from '../../src/ill-items.ts'
import type { LookOutcome } from '../../src/poll-result.ts'
import type { DuePoll } from '../../src/due-poll.ts'
import { createFieldCheck } from '../../src/thulium/field-check.ts'
import { createKnownReplies } from '../../src/thulium/known-replies.ts'
import { createThuliumLook } from '../../src/thulium/look.ts'
import { createLookReports } from '../../src/thulium/look-reports.ts'
import { createReadTicket } from '../../src/thulium/read-ticket.ts'
import { createSightings } from '../../src/thulium/sightings.ts'
import { createSweepAllowance } from '../../src/thulium/sweep-allowance.ts'
import { createSweep } from '../../src/thulium/sweep.ts'
import { createOwnTickets } from '../../src/thulium/tickets.ts'

const system = 'sklep'
const agent = 'a.nowak'
const threadField = 'EmpikPlace wątek'

export interface AccountOptions {
  switches?: Partial<ThuliumSwitches>
  overlapMs?: number
  sweepMs?: number
  sweepsPerSecond?: number
  startAt?: string
  /** Called when a ticket's answer is complete and before it arrives. */
  onTheWay?: () => void
  /** Changes what a ticket's answer shows. */
  shows?: (ticket: Ticket) => Ticket
  /** What a page of the list of changed tickets holds, instead of what there is. */
  lists?: (query: TicketQuery) => Ticket[]
  /** How many there are in all, as that page says. */
  count?: number
}

/**
 * A Thulium account with one shop, and looks at it that a test makes one by one. The database, the log and the outside are
 * real; time is the sandbox's, and stands still only as far as the real one does.
 */
export async function createAccount(t: Test, options: AccountOptions = {}) {
  const { switches = {}, overlapMs = 300_000, sweepMs = 24 * 3_600_000, sweepsPerSecond = 0.1, startAt } = options
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const thulium = await createThuliumSandbox({ switches: { agentSendDelaySeconds: 0, ...switches } })
  const url = await thulium.listen(0)
  const store = connectWorker({ url: database.url })
  const eventLog = createPostgresEventLog({ pool: store.pool, listen: database.url, onError: () => undefined })
  t.teardown(async () => {
    await eventLog.close()
    await store.close()
    await thulium.close()
    await database.drop()
  })
  if (startAt !== undefined) thulium.clock.setTo(new Date(startAt))
  thulium.addSystem({
    system,
    apiUser: 'connector',
    password: 'haslo',
    mailboxes: [{ address: 'sklep@sklep.example', queueId: 2 }],
    agents: [
      { login: 'empik.bot', name: 'EmpikPlace', surname: 'Integracja' },
      { login: agent, name: 'Anna', surname: 'Nowak' },
    ],
    queues: [
      { id: 2, name: 'Poczta' },
      { id: 7, name: 'EmpikPlace' },
    ],
    categories: [{ id: 12, name: 'Pytanie' }],
    ticketFields: [threadField],
    customerFields: ['Empik ID'],
  })

  const repository = createRepository(() => eventLog, 'test')
  const vault = createVault(parseMasterKey(createMasterKey()))
  const clients = createClients(
    connectionSettings.parse({ THULIUM_URL: `${url}/{system}`, THULIUM_REQUESTS_PER_SECOND: 10_000 }),
  )
  const ref = { tenantId: system, integrationId: 'shop' }
  await repository.changeTenant(system, 'test', () =>
    connectThulium({
      system,
      apiUser: 'connector',
      mailbox: 'sklep@sklep.example',
      agentLogin: 'empik.bot',
      threadField,
      orderField: '',
      sinkDomain: 'relay.connector.example',
    }),
  )
  await vault.replace(store.db, system, 'thulium', 'haslo')
  await vault.replace(store.db, system, 'empikplace:shop', 'klucz')
  await repository.changeIntegration(ref, 'test', () =>
    configureIntegration({ name: 'Sklep', shopId: '1', customerField: 'Empik ID', queueId: 7, categoryId: 12 }),
  )
  const now = (): Date => thulium.clock.now()
  const clockOffsetMs = now().getTime() - Date.now()
  await repository.changeIntegration(ref, 'test', (state) =>
    authenticated(state, [
      { side: 'empikplace', accountName: 'Sklep', clockOffsetMs },
      { side: 'thulium', accountName: system, clockOffsetMs: 0 },
    ]),
  )
  await repository.changeIntegration(ref, 'test', startIntegration)

  const connections = createConnections({ repository, store, vault, clients })
  const log = createLog('test', 'silent')
  const tally = createTally()
  const tickets = createOwnTickets(store)
  const fields = createFieldCheck({ repository, tickets, everyMs: 365 * 24 * 3_600_000, now })
  const look = createThuliumLook({
    connections: changed(connections, options),
    tickets,
    read: createReadTicket({
      repository,
      tickets,
      sightings: createSightings(store),
      replies: createKnownReplies(store),
      fields,
      settleMs: 60_000,
      now,
    }),
    sweep: createSweep({ tickets, allowance: createSweepAllowance(sweepsPerSecond, now), sweepMs, log, now }),
    fields,
    ill: createIllItems(defaultTiming, now, () => 0.5),
    report: createLookReports(store),
    overlapMs,
    tally,
    log,
    now,
  })
  // Without a projection nobody knows what was passed on, and no reply would be taken.
  await beginParts(store.db, { position: null, rebuild_until: null })

  const client = clients.thulium({ system, user: 'connector', password: 'haslo' })
  let cursor: Date | undefined
  let nextThread = 1

  async function createTicket(mark?: string): Promise<number> {
    const made = await client.createTicket({
      to: 'sklep@sklep.example',
      subject: 'Pytanie',
      body: 'Dzień dobry',
      bodyType: 'PLAIN',
      source: 'www',
      from: 'empik-1@relay.connector.example',
      ...(mark === undefined ? {} : { customFields: { [threadField]: mark } }),
    })
    if (made.outcome !== 'done') throw new Error(made.failure.message)
    return made.value.ticketId
  }

  return {
    thulium,
    store,
    now,
    /** A ticket of somebody else. */
    foreignTicket: () => createTicket(),
    /** A ticket of a conversation of the shop. */
    async ownTicket(): Promise<{ ticketId: number; threadId: string }> {
      const threadId = `thread-${nextThread++}`
      const ticketId = await createTicket(threadId)
      await store.db
        .insertInto('conversations')
        .values({
          tenant_id: system,
          integration_id: 'shop',
          thread_id: threadId,
          subject: '',
          customer_id: null,
          customer_name: null,
          order_id: null,
          order_recorded: false,
          thulium_customer_id: null,
          ticket_id: ticketId,
          message_count: 1,
          last_message_at: now(),
          last_author: 'customer',
          replies_pending: 0,
          replies_sent: 0,
          reply_needed_since: null,
          unanswered_since: null,
          planning: JSON.stringify({}),
          revision: 0,
          changed_at: now(),
        })
        .execute()
      return { ticketId, threadId }
    },
    answer: (ticketId: number): number =>
      thulium.agentReplies({ system, ticketId, login: agent, html: '<p>Odpowiedź</p>' }),
    comment: (ticketId: number): number =>
      thulium.agentComments({ system, ticketId, login: agent, text: 'Dopytam magazyn' }),
    /** A comment of any length. */
    write: (ticketId: number, text: string): number => thulium.agentComments({ system, ticketId, login: agent, text }),
    passes: (seconds: number): void => thulium.clock.advance(seconds * 1_000),
    setSwitches: (changes: Partial<ThuliumSwitches>): void => thulium.setSwitches(system, changes),
    date: (ticketId: number, updatedAt: Date): void =>
      thulium.changeTicket({ system, ticketId, updatedAt: updatedAt.toISOString() }),
    /** Calls of one kind since the beginning. */
    calls: (operation: string): number => thulium.counters.count({ operation, subject: system }),
    cursor: (): Date | undefined => cursor,
    moveCursor: (to: Date): void => void (cursor = to),
    /** Looks once, as the poller does, and remembers where it came. */
    async look(): Promise<LookOutcome> {
      const poll: DuePoll = { ref, side: 'thulium', cursor, failures: 0, hintedAt: undefined, sweptAt: undefined }
      const [outcome] = await look.run([poll], new AbortController().signal)
      if (!outcome) throw new Error('The look has no outcome')
      cursor = outcome.result.cursor ?? cursor
      return outcome
    },
    /** Numbers of replies that are known to settle. */
    settling: async (): Promise<number[]> =>
      (await store.db.selectFrom('reply_sightings').select('message_id').orderBy('message_id').execute()).map(
        ({ message_id: id }) => id,
      ),
    /** Numbers of replies that were taken. */
    taken: async (threadId: string): Promise<number[]> =>
      (await repository.conversation({ ...ref, threadId })).state.replies.map((reply) => reply.thuliumMessageId),
    /** Inputs that a person is told of. */
    unreadable: async (): Promise<number> => (await repository.integration(ref)).state.unreadable.size,
    /** What was counted since the last time. */
    counted: (): Count[] => tally.take(),
    reported: () => store.db.selectFrom('thulium_looks').selectAll().executeTakeFirstOrThrow(),
  }
}

/** The same connections, but between the end of a ticket's answer and its arrival something happens. */
const changed = (
  connections: Connections,
  { onTheWay, lists, count, shows = (ticket) => ticket }: AccountOptions,
): Connections => ({
  ...connections,
  async get(ref) {
    const connection = await connections.get(ref)
    const ticket: typeof connection.thulium.ticket = async (id, signal) => {
      const answer = await connection.thulium.ticket(id, signal)
      onTheWay?.()
      return answer.ok ? { ...answer, value: shows(answer.value) } : answer
    }
    const tickets: typeof connection.thulium.tickets = async (query, signal) =>
      lists
        ? {
            ok: true,
            value: { tickets: lists(query), unreadable: [], ...(count === undefined ? {} : { count }) },
            serverTime: undefined,
          }
        : connection.thulium.tickets(query, signal)
    return { ...connection, thulium: { ...connection.thulium, ticket, tickets } }
  },
})
