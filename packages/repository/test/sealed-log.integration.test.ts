import { randomUUID } from 'node:crypto'
import { recordErasure } from '@connector/domain/conversation'
import { erasedText, type ConversationEvent } from '@connector/domain/events'
import { conversationStream, type ConversationRef } from '@connector/domain/words'
import { createPostgresEventLog, noStream, type NewEvent } from '@connector/event-log'
import {
  connectTenants,
  connectWorker,
  createConversationKeys,
  migrate,
  rotateMasterKey,
  schemaDigest,
} from '@connector/store'
import { createTestDatabase, noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createRepository, createSealedLog } from '../src/index.ts'

const refOf = (threadId: string = randomUUID()): ConversationRef => ({
  tenantId: 'sklep',
  integrationId: 'i-1',
  threadId,
})

const secret = 'Moja paczka jest mokra, Zofia Kwiatkowska'

const message = (messageId: string, body = secret): ConversationEvent => ({
  type: 'MessageReceived',
  data: {
    messageId,
    author: 'customer',
    authorType: 'CUSTOMER_USER',
    authorName: 'Zofia Kwiatkowska',
    to: [{ type: 'SHOP', id: '7', name: 'Kwiatkowska Meble' }],
    body,
    sentAt: '2026-11-02T09:15:04.120Z',
    attachments: [{ id: 'f', name: 'Kwiatkowska.jpg', size: 3 }],
    thread: {
      topic: { type: 'FREE_TEXT', value: 'Pytanie Zofii' },
      entities: [],
      customerId: 'buyer-1',
      updatedAt: '2026-11-02T09:15:04.120Z',
      shopReplyNeededSince: null,
    },
    opensTicket: true,
    addedLater: { what: 'Zofia' },
  },
})

const erasure = (operationId: string, generation = 0): ConversationEvent => ({
  type: 'BuyerErased',
  data: { operationId, generation, stopped: [] },
})

t.test('a log with sealed texts', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const worker = connectWorker({ url: database.url })
  const tenants = connectTenants({ url: database.url })
  const masterKeys = { masterKey: Buffer.alloc(32, 1), oldMasterKey: undefined }
  const closing: (() => Promise<void>)[] = []
  t.teardown(async () => {
    for (const close of closing) await close()
    await Promise.all([worker.close(), tenants.close()])
    await database.drop()
  })
  /** What one process has: a log and what it remembers. */
  const process = (keys = masterKeys) => {
    const stored = createPostgresEventLog({ pool: worker.pool, onError: () => undefined })
    closing.push(() => stored.close())
    const log = createSealedLog(stored, createConversationKeys(keys), worker.pool)
    return { log, stored, repository: createRepository(() => log, 'test') }
  }
  const { log, stored, repository } = process()
  const add = (ref: ConversationRef, ...events: ConversationEvent[]) =>
    repository.changeConversation(ref, 'test', () => events)
  const wipe = (ref: ConversationRef) =>
    worker.pool.query(
      'update conversation_keys set wrapped_key = null, retired_at = now() where owner = $1 and wrapped_key is not null',
      [conversationStream(ref)],
    )
  const retire = (ref: ConversationRef) =>
    worker.pool.query('update conversation_keys set retired_at = now() where owner = $1', [conversationStream(ref)])
  const textsOf = async (ref: ConversationRef, of = process()) =>
    (await of.repository.conversation(ref)).state.messages.map(({ body }) => body)

  await t.test('holds no text of a buyer, and is read as if it did', async (t) => {
    const ref = refOf()
    await add(ref, message('m1'), message('m2', ''))
    const rows = await worker.pool.query<{ row: string }>('select events::text as row from events')
    t.notMatch(JSON.stringify(rows.rows), /Zofi|Kwiatkowsk|paczka/)
    t.match(JSON.stringify(rows.rows), /buyer-1/, 'ids stay, or nobody could be found')
    const [first, second] = await log.readStream(conversationStream(ref))
    t.strictSame(first?.data, message('m1').data)
    t.strictSame(second?.data['body'], '')
    const page = await log.readAll(undefined, 100)
    t.match(page.events.find(({ streamId }) => streamId === conversationStream(ref))?.data, { body: secret })
    t.strictSame(await textsOf(ref), [secret, ''], 'another process opens it too')
  })

  await t.test('events of several new conversations in one append open again, however many each has', async (t) => {
    const refs = [refOf(), refOf(), refOf()]
    const written = { type: 'MessageReceived', schemaVersion: 3 }
    const batch = refs.map((ref, place) => ({
      streamId: conversationStream(ref),
      expectedRevision: noStream,
      events: Array.from({ length: 5 - place }, (_, index) => ({
        ...{ ...written, id: randomUUID(), metadata: { tenantId: 'sklep' } },
        data: message(`m${index}`).data as NewEvent['data'],
      })),
    }))
    await log.append(batch)
    for (const [place, ref] of refs.entries())
      t.strictSame(
        await textsOf(ref),
        Array.from({ length: 5 - place }, () => secret),
      )
  })

  await t.test('the API sees what it may, by its own rights', async (t) => {
    const ref = refOf()
    const stored = createPostgresEventLog({
      pool: tenants.pool,
      connectionOf: tenants.connection,
      onError: () => undefined,
    })
    const ofApi = createSealedLog(stored, createConversationKeys(masterKeys), tenants.pool, tenants.connection)
    const ours = ofApi.forTenant('sklep')
    closing.push(() => ofApi.close())
    const written = { type: 'MessageReceived', schemaVersion: 3, data: message('m1').data as NewEvent['data'] }
    await ours.append([
      {
        streamId: conversationStream(ref),
        expectedRevision: noStream,
        events: [{ ...written, id: randomUUID(), metadata: { tenantId: 'sklep' } }],
      },
    ])
    t.match(await ours.readStream(conversationStream(ref)), [{ data: { body: secret } }])
    t.strictSame(await ofApi.forTenant('obcy').readStream(conversationStream(ref)), [])
  })

  await t.test(
    'a sealed text that is moved to another place does not open, and the event is not taken for one',
    async (t) => {
      const ref = refOf()
      await add(ref, message('m1'), message('m2'))
      await database.execute(`update events e set data = jsonb_set(e.data, '{body}', o.data->'body') from events o
      where e.stream_id = '${conversationStream(ref)}' and o.stream_id = e.stream_id and e.revision = 1 and o.revision = 0`)
      await t.rejects(process().repository.conversation(ref), { code: 'event.unreadable' })
    },
  )

  await t.test('without its key an event keeps its skeleton', async (t) => {
    const ref = refOf()
    await add(ref, message('m1'))
    await wipe(ref)
    const fresh = process()
    const [event] = await fresh.log.readStream(conversationStream(ref))
    t.match(event, {
      data: {
        messageId: 'm1',
        body: erasedText,
        authorName: erasedText,
        to: [{ id: '7', name: erasedText }],
        attachments: [{ id: 'f', name: erasedText, size: 3 }],
        thread: { topic: { value: erasedText } },
      },
      metadata: { erased: true },
    })
    t.notOk('addedLater' in (event?.data ?? {}), 'what nobody knows the meaning of is gone')
    t.strictSame(await textsOf(ref), [erasedText])
  })

  await t.test(
    'who remembers the key forgets it when he reads of the erasure, and seals with the next one',
    async (t) => {
      const ref = refOf()
      const other = process()
      await add(ref, message('m1'))
      t.strictSame(await textsOf(ref, other), [secret], 'the other one has the key in memory')
      await retire(ref)
      await add(ref, erasure('op-1'))
      await other.repository.changeConversation(ref, 'test', () => [message('m2', 'Nowa wiadomość')])
      await wipe(ref)
      const first = await worker.pool.query<{ generation: number; left: boolean }>(
        'select generation, wrapped_key is not null as left from conversation_keys where owner = $1 order by 1',
        [conversationStream(ref)],
      )
      t.strictSame(
        first.rows.map(({ generation }) => generation),
        [0, 1],
      )
      const events = await other.log.readStream(conversationStream(ref))
      t.equal(events[0]?.data['body'], erasedText)
      t.equal(events[2]?.metadata['sealed'], 1, 'a key of its own')
    },
  )

  await t.test('an erasure recorded twice is one', async (t) => {
    const ref = refOf()
    await add(ref, message('m1'))
    const once = () =>
      repository.changeConversation(ref, 'test', (state) =>
        recordErasure(state, { operationId: 'op', generation: 0, stopped: [] }),
      )
    t.equal((await once()).length, 1)
    t.equal((await once()).length, 0)
  })

  await t.test('many that begin conversations at once get one key each, and all is read', async (t) => {
    const refs = Array.from({ length: 30 }, () => refOf())
    const tenantsNew = refs.map((ref, index) => ({ ...ref, tenantId: `nowy-${index % 3}` }))
    await Promise.all(
      tenantsNew.flatMap((ref) =>
        [process(), process()].map(({ repository: one }) =>
          one.changeConversation(ref, 'test', (state) => (state.messages.length === 0 ? [message('m1')] : [])),
        ),
      ),
    )
    for (const ref of tenantsNew) t.strictSame(await textsOf(ref), [secret])
  })

  await t.test('a tenant whose keys do not open stops nobody else', async (t) => {
    const [ours, theirs] = [refOf(), { ...refOf(), tenantId: 'obcy-klucz' }]
    await add(theirs, message('m1'))
    await add(ours, message('m1'))
    const wrapped = Buffer.alloc(60, 7)
    await worker.pool.query('update data_keys set wrapped_key = $1 where tenant_id = $2', [wrapped, 'obcy-klucz'])
    const fresh = process()
    const [one, other] = await Promise.allSettled([
      fresh.repository.changeConversation(ours, 'test', () => [message('m2')]),
      fresh.repository.changeConversation({ ...theirs, threadId: 'neu' }, 'test', () => [message('m2')]),
    ])
    t.equal(one.status, 'fulfilled')
    t.match(other, { status: 'rejected', reason: { code: 'credentials.unreadable' } })
    const page = await fresh.log.readAll(undefined, 1_000)
    t.match(page.events.find(({ streamId }) => streamId === conversationStream(ours))?.data, { body: secret })
    const stays = page.events.find(({ streamId }) => streamId === conversationStream(theirs))
    t.type(stays?.data['body'], 'object', 'it stays sealed, and its stream is set aside')
  })

  await t.test('what was written before is read as it is', async (t) => {
    const ref = refOf()
    await createRepository(() => stored, 'test').changeConversation(ref, 'test', () => [message('m1')])
    t.strictSame(await textsOf(ref), [secret])
  })

  await t.test('keys survive a change of the master key and of the data key', async (t) => {
    const ref = { ...refOf(), tenantId: 'zmiana' }
    await add(ref, message('m1'))
    const keys = { masterKey: Buffer.alloc(32, 2), oldMasterKey: masterKeys.masterKey }
    await rotateMasterKey(worker.db, keys)
    await rotateMasterKey(worker.db, keys, { freshDataKeys: true })
    t.strictSame(await textsOf(ref, process({ masterKey: keys.masterKey, oldMasterKey: undefined })), [secret])
  })
})
