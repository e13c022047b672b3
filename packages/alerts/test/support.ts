import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { createLog, createTally } from '@connector/service-kit'
import {
  beginParts,
  connectWorker,
  createMasterKey,
  createVault,
  migrate,
  parseMasterKey,
  schemaDigest,
  type Query,
  type Row,
  type WorkerStore,
} from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import type t from 'tap'
import { createChannels } from '../src/channels.ts'
import { createOutbox } from '../src/outbox.ts'
import { newSecret, sealedForm } from '../src/signing.ts'
import { lookOnce } from '../src/watch.ts'

type Test = Pick<typeof t, 'teardown'>

export interface Received {
  headers: IncomingHttpHeaders
  body: string
}

/** A receiver of web hooks that answers as told. */
export interface Receiver {
  url: string
  received: Received[]
  answer: { status: number; headers?: Record<string, string> }
}

export async function startReceiver(test: Test): Promise<Receiver> {
  const receiver: Receiver = { url: '', received: [], answer: { status: 204 } }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      receiver.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
      response.writeHead(receiver.answer.status, receiver.answer.headers).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  test.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  receiver.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hook`
  return receiver
}

/** A database with a tenant and one running shop, a clock that moves only when told, and one process that watches and tells. */
export async function openScene(test: Test, settings: { smtpUrl?: string; local?: 'on' | 'off' } = {}) {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  const masterKey = createMasterKey()
  const vault = createVault(parseMasterKey(masterKey))
  let time = new Date('2026-03-02T09:00:00Z')
  const now = (): Date => time
  const alertSettings = {
    PUBLIC_URL: 'https://connector.example/',
    ALERT_SMTP_URL: settings.smtpUrl,
    ALERT_MAIL_FROM: 'alerts@connector.example',
    ALERT_EVERY_MS: 20,
    ALERT_WEBHOOKS_TO_THIS_MACHINE: settings.local ?? 'on',
  }
  const channels = createChannels({ store, vault, settings: alertSettings, now })
  const outboxOf = (owner: string) => createOutbox(store, { owner, claimMs: 60_000, now, random: () => 0.5 })
  const outbox = outboxOf('one')
  test.teardown(async () => {
    await channels.close()
    await store.close()
    await database.drop()
  })
  const signal = new AbortController().signal
  // Nothing here is about a projection that is behind.
  const behindSince = () => Promise.resolve(undefined)
  const inOne = (work: (db: Query) => Promise<number>): Promise<number> => store.db.transaction().execute(work)

  return {
    store,
    vault,
    behindSince,
    now,
    databaseUrl: database.url,
    masterKey,
    outboxOf,
    settings: alertSettings,
    kit: { tally: createTally(), log: createLog('alerts', 'silent') },
    pass: (minutes: number): void => {
      time = new Date(time.getTime() + minutes * 60_000)
    },
    look: (): Promise<number> => lookOnce(store, inOne, behindSince, now),
    send: (claimed: Parameters<typeof channels.send>[0]) => channels.send(claimed, signal),
    /** Tries everything that is due, until nothing is. */
    async deliver(): Promise<string[]> {
      const outcomes: string[] = []
      for (let due = await outbox.claim(8); due.length > 0; due = await outbox.claim(8))
        for (const one of due) outcomes.push(await outbox.record(one, await channels.send(one, signal)))
      return outcomes
    },
    deliveries: (): Promise<Row<'alert_deliveries'>[]> =>
      store.db.selectFrom('alert_deliveries').selectAll().orderBy('created_at').execute(),
    async target(address: string, more: Partial<Row<'alert_targets'>> = {}) {
      const targetId = crypto.randomUUID()
      const secret = newSecret()
      const tenantId = more.tenant_id ?? 'sklep'
      await store.db
        .insertInto('alert_targets')
        .values({
          ...{ tenant_id: tenantId, target_id: targetId, channel: 'webhook', name: 'Dyżur', address, language: 'pl' },
          ...{ kinds: [], created_at: now(), disabled_at: null, disabled_because: null, failing_since: null },
          ...{ last_success_at: null, ...more },
        })
        .execute()
      await store.db
        .transaction()
        .execute((trx) =>
          vault.replace(trx, tenantId, `alert-target:${targetId}`, sealedForm([{ secret, until: null }])),
        )
      return { targetId, secret }
    },
    /** Makes the facts say that all is well now, but for what is given. */
    facts: (change: { parked?: number } = {}): Promise<void> => writeFacts(store, now(), change),
  }
}
export type Scene = Awaited<ReturnType<typeof openScene>>

async function writeFacts({ db }: WorkerStore, now: Date, { parked = 0 }: { parked?: number }): Promise<void> {
  const tenantId = 'sklep'
  const integrationId = 'i-1'
  await db
    .insertInto('tenants')
    .values({ tenant_id: tenantId, connection: '{}', revision: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const state = {
    statusSince: '2026-01-01T00:00:00Z',
    missingFields: [],
    rejections: { empikplace: { count: 0 }, thulium: { count: 0 } },
  }
  await db
    .insertInto('integrations')
    .values({
      ...{ tenant_id: tenantId, integration_id: integrationId, status: 'running', revision: 0, changed_at: now },
      ...{ settings: JSON.stringify({ name: 'Sklep', replyDueHours: 24 }), state: JSON.stringify(state) },
      started_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await beginParts(db, { position: null, rebuild_until: null })
  await db.deleteFrom('polls').execute()
  for (const side of ['empikplace', 'thulium'] as const)
    await db
      .insertInto('polls')
      .values({
        ...{ tenant_id: tenantId, integration_id: integrationId, side, next_at: now, last_success_at: now },
        ...{ cursor: null, hinted_at: null, failure_class: null, failure_message: null, swept_at: null },
        found_late_at: null,
      })
      .execute()
  await db.deleteFrom('effects').execute()
  for (let index = 0; index < parked; index += 1)
    await db
      .insertInto('effects')
      .values({
        ...{
          tenant_id: tenantId,
          integration_id: integrationId,
          thread_id: 't',
          effect_key: `message:mirror:${index}`,
        },
        ...{ kind: 'message:mirror', lane: 'thulium', state: 'parked', planned_at: now, subject: `${index}`, seq: 1 },
        ...{ holds_lane: false, claimed_at: null, not_before: now, failure_class: null, failure_message: null },
        settled_at: null,
      })
      .execute()
  for (const service of ['ingest', 'projector'] as const)
    await db
      .insertInto('leases')
      .values({
        service,
        tenant_id: tenantId,
        owner: 'x',
        fence: 1,
        expires_at: new Date('9999-01-01'),
        ttl_ms: 30_000,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
