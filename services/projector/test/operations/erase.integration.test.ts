import { effectKey } from '@connector/domain/effects'
import { erasedText, type ConversationEvent } from '@connector/domain/events'
import { observeThread } from '@connector/domain/looks'
import { integrationSettings } from '@connector/domain/settings'
import { setRetention } from '@connector/domain/tenant'
import { conversationStream, type ConversationRef } from '@connector/domain/words'
import { createRepository } from '@connector/repository'
import type { OperationHandler } from '@connector/operations'
import t from 'tap'
import { askForRetention } from '../../src/index.ts'
import { message, startScene } from './support/scene.ts'

const ref = { tenantId: 'sklep-a', integrationId: 'i', threadId: 't-zofia' }
const second = { ...ref, threadId: 't-zofia-2' }
const other = { ...ref, threadId: 't-jan' }
const old = { ...ref, threadId: 't-old' }

/** Words that stand nowhere but in what this buyer wrote and is called. */
const words = /Zofi|Kwiatkowsk|zalana|paragon|Grunwaldzk|1Z999/

const buyerMessage = (messageId: string, customerId = 'buyer-zofia'): ConversationEvent => {
  const plain = message(messageId)
  if (plain.type !== 'MessageReceived') return plain
  return {
    ...plain,
    data: {
      ...plain.data,
      authorName: 'Zofia Kwiatkowska',
      body: `Paczka zalana, ${messageId}`,
      attachments: [{ id: 'f1', name: 'paragon.jpg', size: 10 }],
      to: [{ type: 'SHOP', id: '7', name: 'Do Zofii' }],
      thread: {
        ...plain.data.thread,
        topic: { type: 'FREE_TEXT', value: 'Zofia pyta' },
        customerId,
        customerName: 'Zofia K.',
      },
    },
  }
}

const order: ConversationEvent = {
  type: 'OrderRecorded',
  data: {
    orderId: 'O-1',
    commercialId: 'C-1',
    state: 'SHIPPED',
    customer: { id: 'buyer-zofia', firstName: 'Zofia', lastName: 'Kwiatkowska' },
    currency: 'PLN',
    total: 10,
    lines: [{ title: 'Lampa Zofia', sku: 's', quantity: 1, unitPrice: 10, total: 10 }],
    delivery: { label: 'Kurier', company: 'UPS', tracking: '1Z999', trackingUrl: 'https://ups/1Z999' },
  },
}

const reply: ConversationEvent = {
  type: 'ReplyRequested',
  data: {
    thuliumMessageId: 9,
    ticketId: 77,
    agentLogin: 'anna',
    body: '<p>Pani Zofio, proszę o adres Grunwaldzka 1</p>',
    text: 'Pani Zofio, proszę o adres Grunwaldzka 1',
    attachmentNames: ['Zofia.pdf'],
  },
}

const ticket = (of: ConversationRef): ConversationEvent => ({
  type: 'TicketCreated',
  data: {
    ...{ effectKey: effectKey('ticket:create', of.integrationId, of.threadId), ticketId: 77, messageId: 'm1' },
    ...{ how: 'done', orders: 1 },
  },
})

const parked: ConversationEvent = {
  type: 'EffectParked',
  data: {
    ...{ effectKey: effectKey('customer:link', ref.integrationId, ref.threadId), kind: 'customer:link' },
    ...{ code: 'effect.refused', message: 'Kwiatkowska jest za długie', attempts: 2 },
  },
}

await t.test('erase', async (t) => {
  const scene = await startScene(t, { sealed: true })
  const { append, run, database, store, log, project, repository } = scene

  /** Every row of every table of every schema of ours, as text. */
  async function dump(): Promise<Map<string, string>> {
    const { rows } = await store.pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('public', 'rebuild') and table_type = 'BASE TABLE'`,
    )
    const found = new Map<string, string>()
    for (const { name } of rows) {
      const { rows: all } = await store.pool.query<{ row: string }>(`select t::text as row from ${name} t`)
      found.set(name, all.map(({ row }) => row).join('\n'))
    }
    return found
  }
  const withWords = (tables: Map<string, string>): string[] =>
    [...tables].filter(([, rows]) => words.test(rows)).map(([name]) => name)

  await append(ref, order, buyerMessage('m1'), ticket(ref), reply, parked)
  await append(second, buyerMessage('m1'))
  await append(other, message('m1'))
  // Of before there were keys.
  await createRepository(() => scene.storedLog, 'test').changeConversation(old, 'test', () => [buyerMessage('m1')])
  await database.execute(`update events set digest = null where stream_id = '${conversationStream(old)}'`)
  await project()
  await database.execute(`update effects set failure_message = 'Zofia' where thread_id = 't-zofia-2'`)
  await repository.changeIntegration(ref, 'test', () => [
    {
      type: 'InputUnreadable',
      data: {
        ...{ side: 'empikplace', operation: 'M11 thread', reason: 'Zofia?', inputId: 'x' },
        raw: '{"id":"t-zofia","body":"Paczka zalana"}',
      },
    },
  ])
  await run('rebuild')

  await t.test('the texts are in the read models, and in the log of before, and nowhere else', async (t) => {
    t.strictSame(withWords(await dump()).sort(), [
      ...[
        'public.conversation_words',
        'public.conversations',
        'public.effects',
        'public.effects_open',
        'public.effects_settled',
        'public.events',
      ],
      ...['rebuild.conversation_words', 'rebuild.conversations', 'rebuild.effects'],
    ])
    const { rows } = await store.pool.query('select from events where data::text ~ $1 and stream_id <> $2', [
      words.source,
      conversationStream(old),
    ])
    t.equal(rows.length, 0)
  })

  await t.test('a dry run tells what would go, and changes nothing', async (t) => {
    const before = await dump()
    const { operation, findings } = await run('erase', {
      ...{ tenantId: 'sklep-a', scope: { customerId: 'buyer-zofia' }, dryRun: true },
    })
    t.match(operation, { status: 'finished', result: { conversations: 3, messages: 3 } })
    t.strictSame(
      findings.filter(({ what }) => what === 'would-erase').map(({ thread_id: id }) => id),
      ['t-old', 't-zofia', 't-zofia-2'],
    )
    t.match(
      findings.find(({ what, thread_id: id }) => what === 'lies-in-thulium' && id === 't-zofia'),
      { evidence: { tickets: [77] } },
    )
    t.notMatch(JSON.stringify(findings), words)
    t.equal((await dump()).get('public.conversation_keys'), before.get('public.conversation_keys'))
    t.match((await scene.stateOf({ tenantId: 'sklep-a', operationId: findings[0]?.operation_id ?? '' })).dryRun, true)
  })

  await t.test(
    'killed in the middle twice, it comes to the same: nothing of the buyer is found anywhere',
    async (t) => {
      const warm = scene.process()
      await warm.conversation(ref)
      const of = await scene.ask('erase', { tenantId: 'sklep-a', scope: { customerId: 'buyer-zofia' } })
      let steps = 0
      const dying: OperationHandler = {
        async step(context, cursor) {
          steps += 1
          const step = await scene.handlers.erase.step(context, cursor)
          if (steps === 2 || steps === 5) throw new Error('died')
          return step
        },
      }
      const loop = scene.start({ erase: dying })
      const operation = await scene.ended(of)
      await loop.stop()
      t.match(operation, { status: 'finished', result: { conversations: 3, left: 0 } })
      t.strictSame(withWords(await dump()), [], 'in no row of any table')

      const events = await log.readStream(conversationStream(ref))
      t.notMatch(JSON.stringify(events), words)
      t.match(events.at(-1), { type: 'BuyerErased' })
      t.equal(events.filter(({ type }) => type === 'BuyerErased').length, 1, 'once')
      const { state } = await repository.conversation(ref)
      t.match(state, {
        ticketId: 77,
        messages: [{ messageId: 'm1', body: erasedText, sentAt: '2026-03-02T11:00:00Z' }],
      })
      t.notMatch(JSON.stringify((await warm.conversation(ref)).state), words, 'nor in a process that remembered it')
      t.match((await repository.conversation(other)).state.messages, [{ authorName: 'Jan Testowy' }], 'nobody else is')

      const findings = await scene.findings(of)
      const stopped = findings.filter(({ what, thread_id: id }) => what === 'stopped' && id === 't-zofia')
      t.ok(
        stopped.some(({ subject }) => subject === effectKey('reply:send', ref.integrationId, ref.threadId, '9')),
        'a reply on its way',
      )
      const { rows } = await store.pool.query(
        `select from effects where thread_id like 't-zofia%' and state <> 'confirmed'`,
      )
      t.equal(rows.length, 0, 'no write is open')
    },
  )

  await t.test('the row of the conversation shows its skeleton, and a rebuild gives the same', async (t) => {
    const rows = () => store.db.selectFrom('conversations').selectAll().where('thread_id', '=', 't-zofia').execute()
    const [before] = await rows()
    t.match(before, {
      subject: erasedText,
      customer_name: erasedText,
      ticket_id: 77,
      message_count: 1,
      replies_pending: 0,
    })
    const { operation } = await run('rebuild')
    t.match(operation, { status: 'finished', result: { rowsMissing: 0, rowsExtra: 0, rowsDiffering: 0 } })
    t.strictSame(await rows(), [before])
    t.strictSame(withWords(await dump()), [])
  })

  const settings = integrationSettings.parse({
    ...{ name: 'Sklep', shopId: '1', customerField: 'Empik ID', queueId: 7, categoryId: 12 },
  })
  const look = (of: ConversationRef, ...seen: ConversationEvent[]) =>
    repository.changeConversation(of, 'test', (state) =>
      observeThread(
        of,
        state,
        {
          messages: seen.flatMap((event) => (event.type === 'MessageReceived' ? [event.data] : [])),
          orders: [order.data],
          firstContact: false,
          now: new Date(),
        },
        settings,
      ),
    )

  await t.test('looks do not record anew what was erased', async (t) => {
    t.strictSame(await look(ref, buyerMessage('m1')), [])
    await project()
    t.strictSame(withWords(await dump()), [])
  })

  await t.test('who writes again begins a new key, and is sent to the ticket', async (t) => {
    const events = await look(ref, buyerMessage('m1'), buyerMessage('m2'))
    t.strictSame(
      events.map(({ type }) => type),
      ['MessageReceived', 'OrderRecorded'],
    )
    await project()
    const { state } = await repository.conversation(ref)
    t.match(
      state.messages.map(({ body }) => body),
      [erasedText, 'Paczka zalana, m2'],
    )
    const { rows } = await store.pool.query<{ generation: number; left: boolean }>(
      'select generation, wrapped_key is not null as left from conversation_keys where owner = $1 order by 1',
      [conversationStream(ref)],
    )
    t.strictSame(rows, [
      { generation: 0, left: false },
      { generation: 1, left: true },
    ])
    const effects = await store.db
      .selectFrom('effects')
      .select('effect_key')
      .where('state', '=', 'planned')
      .where('thread_id', '=', 't-zofia')
      .execute()
    t.ok(
      effects.some(({ effect_key: key }) => key === effectKey('message:mirror', ref.integrationId, ref.threadId, 'm2')),
    )
  })

  await t.test('one conversation alone, of another tenant nothing', async (t) => {
    const stranger = { ...ref, tenantId: 'sklep-b' }
    await append(stranger, buyerMessage('m1'))
    const { operation } = await run('erase', {
      tenantId: 'sklep-a',
      scope: { integrationId: 'i', threadId: 't-zofia' },
    })
    t.match(operation.result, { conversations: 1 })
    t.match((await repository.conversation(stranger)).state.messages, [{ body: 'Paczka zalana, m1' }])
  })

  await t.test(
    'buyers who are quiet for as long as their tenant keeps them go at night, after a dry run',
    async (t) => {
      const tenantId = 'sklep-r'
      const quietOne = { ...ref, tenantId, threadId: 'q' }
      const busy = { ...ref, tenantId, threadId: 'b' }
      const again = { ...ref, tenantId, threadId: 'b2' }
      const today = new Date().toISOString().slice(0, 10)
      const day = (days: number, hour: number): string => {
        const date = new Date(`${today}T00:00:00Z`)
        date.setUTCDate(date.getUTCDate() + days)
        date.setUTCHours(hour)
        return date.toISOString()
      }
      const at = (sentAt: string, event: ConversationEvent): ConversationEvent =>
        event.type === 'MessageReceived' ? { ...event, data: { ...event.data, sentAt } } : event
      await append(quietOne, at(day(-200, 0), buyerMessage('m1', 'buyer-q')))
      await append(busy, at(day(-200, 0), buyerMessage('m1', 'buyer-b')))
      await append(again, at(day(-50, 0), buyerMessage('m1', 'buyer-b')))
      await repository.changeTenant(tenantId, 'test', () => [
        {
          type: 'ThuliumConnected',
          data: {
            ...{ system: 's', apiUser: 'a', mailbox: 'm', agentLogin: 'l', threadField: 'f', sinkDomain: 'd' },
          },
        },
      ])
      await project()
      const night = async (now: string) => {
        await askForRetention(repository, store, new Date(now))
        const { operations } = (await repository.operations(tenantId)).state
        const open = [...operations.values()].find(({ status }) => status === 'open')
        if (!open) return undefined
        const loop = scene.start()
        const of = { tenantId, operationId: open.operationId }
        const ended = await scene.ended(of)
        await loop.stop()
        return { dryRun: ended.dryRun, ...ended.result }
      }
      t.equal(await night(day(0, 2)), undefined, 'off by default')
      await repository.changeTenant(tenantId, 'test', (state) => setRetention(state, 3))
      t.match(await night(day(0, 12)), { dryRun: true, conversations: 1 })
      t.equal(await night(day(0, 13)), undefined, 'once a day')
      t.match(await night(day(1, 2)), { dryRun: false, conversations: 1 })
      t.match((await repository.conversation(quietOne)).state.messages, [{ body: erasedText }])
      t.match(
        (await repository.conversation(busy)).state.messages,
        [{ body: 'Paczka zalana, m1' }],
        'he wrote elsewhere',
      )
      t.equal(await night(day(2, 2)), undefined, 'nobody is left')
      await repository.changeTenant(tenantId, 'test', (state) => setRetention(state, 1))
      t.match(await night(day(3, 2)), { dryRun: true, conversations: 2 }, 'after a change it is told first')
    },
  )

  await t.test('who writes again while others are erased is quiet no more, and keeps what he wrote', async (t) => {
    const tenantId = 'sklep-w'
    const [gone, back, elsewhere] = ['w1', 'w2', 'w3'].map((threadId) => ({ ...ref, tenantId, threadId }))
    if (!gone || !back || !elsewhere) throw new Error('There are three')
    await append(gone, buyerMessage('m1', 'buyer-1'))
    await append(back, buyerMessage('m1', 'buyer-2'))
    await append(elsewhere, buyerMessage('m1', 'buyer-3'))
    const until = new Date().toISOString()
    const now = (messageId: string, customerId: string): ConversationEvent => {
      const event = buyerMessage(messageId, customerId)
      return event.type === 'MessageReceived'
        ? { ...event, data: { ...event.data, sentAt: new Date().toISOString() } }
        : event
    }
    let written = false
    const retention: OperationHandler = {
      async step(context, cursor) {
        // As after a process that died: who is to be erased was chosen long ago.
        if (cursor !== undefined && !written) {
          written = true
          await append(back, now('m2', 'buyer-2'))
          await append({ ...elsewhere, threadId: 'w4' }, now('m1', 'buyer-3'))
        }
        return scene.handlers.retention.step(context, cursor)
      },
    }
    const of = await scene.ask('retention', { tenantId, scope: { until } })
    const loop = scene.start({ retention })
    const { result } = await scene.ended(of)
    await loop.stop()
    t.match(result, { conversations: 1 })
    const bodies = async (one: ConversationRef) =>
      (await repository.conversation(one)).state.messages.map(({ body }) => body)
    t.strictSame(await bodies(gone), [erasedText])
    t.strictSame(await bodies(back), ['Paczka zalana, m1', 'Paczka zalana, m2'])
    t.strictSame(await bodies(elsewhere), ['Paczka zalana, m1'], 'he wrote in another conversation')
  })
})
