import { randomUUID } from 'node:crypto'
import type { ConversationEvent } from '@connector/domain/events'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import { projectConversation } from './support/read-models.ts'

const said = (messageId: string): ConversationEvent => ({
  type: 'MessageReceived',
  data: {
    ...{ messageId, author: 'customer', authorType: 'CUSTOMER_USER', authorName: 'Anna K.', attachments: [] },
    ...{ to: [{ type: 'SHOP' }], body: 'Kiedy paczka?', sentAt: '2026-03-02T10:00:00.000Z', opensTicket: true },
    thread: {
      topic: { type: 'FREE_TEXT', value: 'Paczka' },
      entities: [{ type: 'MMP_ORDER', id: '81002233445-A', label: '' }],
      customerId: 'c-1',
      updatedAt: '2026-03-02T10:00:00.000Z',
      shopReplyNeededSince: '2026-03-02T10:00:00.000Z',
    },
  },
})

await t.test('Answers from the console', { skip: noDatabase ?? false }, async (t) => {
  let now = new Date('2026-03-02T11:00:00.000Z')
  const api = await startApi(t, {}, undefined, undefined, { mode: 'off', now: () => now })
  const { integration, integrationId, tenant } = await connect(api, 'sklep-a', {
    shop: { replies: { footer: 'Sklep Demo' } },
  })
  const ref = { tenantId: 'sklep-a', integrationId, threadId: 't' }
  await projectConversation(api, ref)
  await projectConversation(api, { ...ref, threadId: 'bare' })
  const ticket: ConversationEvent = {
    type: 'TicketCreated',
    data: { effectKey: `ticket:create:${integrationId}:t`, ticketId: 7, messageId: 'm1', how: 'done', orders: 0 },
  }
  await api.repository.changeConversation(ref, 'test', () => [said('m1'), ticket])
  await api.repository.changeConversation({ ...ref, threadId: 'bare' }, 'test', () => [said('m1')])
  const thread = `${integration}/conversations/t`
  const write = (body: object, key = randomUUID(), at = thread) =>
    api.call('POST', `${at}/answers`, body, { 'idempotency-key': key })
  const replies = async () => (await api.repository.conversation(ref)).state.replies

  await t.test('readers are required, and what EmpikPlace would not take is refused', async (t) => {
    t.match(await write({ text: 'Jutro.' }), { status: 400 })
    t.match(await write({ to: 'customer', text: '' }), { status: 409, body: { code: 'answer.length' } })
    t.match(await write({ to: 'operator', text: 'Proszę o pomoc.' }), {
      status: 409,
      body: { code: 'answer.buyer_waits' },
    })
    t.match(await write({ to: 'customer', text: 'Jutro.' }, randomUUID(), `${integration}/conversations/bare`), {
      status: 409,
      body: { code: 'answer.no_ticket' },
    })
    t.match(await write({ to: 'customer', text: 'Jutro.' }, randomUUID(), `${integration}/conversations/none`), {
      status: 404,
      body: { code: 'conversation.unknown' },
    })
    t.match(await write({ to: 'customer', text: 'Jutro.', files: [randomUUID()] }), {
      status: 404,
      body: { code: 'answer.file_unknown' },
    })
    t.strictSame(await replies(), [])
  })

  await t.test('a preview says to whom, how, and what to look at', async (t) => {
    const preview = await api.call('POST', `${thread}/answers/preview`, {
      text: 'Proszę dzwonić: 600 700 800',
      read: 'm0',
    })
    t.match(preview, {
      status: 200,
      body: {
        to: 'customer',
        suggested: 'customer',
        readers: ['customer', 'operator', 'everyone'],
        text: 'Proszę dzwonić: 600 700 800\n\nSklep Demo',
        footer: 'Sklep Demo',
        fault: null,
        leavesBuyerOut: false,
        warnings: ['phone', 'wrote-meanwhile'],
        hasTicket: true,
        files: { usedBytes: 0 },
      },
    })
    const operator = await api.call('POST', `${thread}/answers/preview`, { text: 'ok', to: 'operator' })
    t.match(operator.body, { leavesBuyerOut: true, fault: 'too-short', footer: '', warnings: [] })
  })

  await t.test('an answer is asked for once, with its files, and can be taken back for 10 s', async (t) => {
    const fileId = randomUUID()
    const file = { name: 'etykieta.pdf', contentType: 'application/pdf', content: 'JVBERi0xLjQ=' }
    t.match(await api.call('PUT', `${thread}/files/${randomUUID()}`, { ...file, name: 'a.exe' }), {
      status: 409,
      body: { code: 'answer.files' },
    })
    for (let times = 0; times < 2; times += 1)
      t.match(await api.call('PUT', `${thread}/files/${fileId}`, file), { status: 200, body: { fileId, bytes: 8 } })
    const key = randomUUID()
    const body = { to: 'everyone', text: 'Etykieta w załączniku.', files: [fileId] }
    const first = await write(body, key)
    t.match(first, { status: 201, body: { sendAt: '2026-03-02T11:00:10.000Z' } })
    const again = await write(body, key)
    t.strictSame(again.body, first.body)
    t.match(await replies(), [
      {
        status: 'pending',
        writtenIn: 'console',
        text: 'Etykieta w załączniku.\n\nSklep Demo',
        to: [{ type: 'CUSTOMER' }, { type: 'OPERATOR' }],
        attachmentNames: ['etykieta.pdf'],
        files: [{ fileId, bytes: 8 }],
      },
    ])
    const withdraw = `${thread}/answers/${String(first.body['answerId'])}/withdraw`
    t.match(await api.call('POST', withdraw), { status: 200 })
    t.match(await api.call('POST', withdraw), { status: 200 }, 'twice is once')
    t.match(await replies(), [{ status: 'withdrawn' }])
    const second = await write({ to: 'customer', text: 'Wysyłamy jutro.' })
    now = new Date('2026-03-02T11:00:09.500Z')
    t.match(await api.call('POST', `${thread}/answers/${String(second.body['answerId'])}/withdraw`), {
      status: 409,
      body: { code: 'answer.under_way' },
    })
    t.match(await api.call('POST', `${thread}/answers/${randomUUID()}/withdraw`), {
      status: 404,
      body: { code: 'answer.unknown' },
    })
  })

  await t.test('more than a conversation may hold is refused before it is written down', async (t) => {
    const big = { name: 'a.pdf', contentType: 'application/pdf', content: Buffer.alloc(7_000_000).toString('base64') }
    const ids = [randomUUID(), randomUUID()]
    for (const id of ids) t.match(await api.call('PUT', `${thread}/files/${id}`, big), { status: 200 })
    t.match(await write({ to: 'customer', text: 'Dwa pliki.', files: ids }), {
      status: 409,
      body: { code: 'answer.files', detail: /bytes over/ },
    })
    const more = { ...big, content: Buffer.alloc(10_485_761).toString('base64') }
    t.match(await api.call('PUT', `${thread}/files/${randomUUID()}`, more), { status: 409 })
  })

  await t.test('a comment is written once and is for the ticket alone', async (t) => {
    const key = { 'idempotency-key': randomUUID() }
    const first = await api.call('POST', `${thread}/comments`, { text: 'Zapytać magazyn' }, key)
    t.match(first, { status: 201 })
    t.strictSame((await api.call('POST', `${thread}/comments`, { text: 'Zapytać magazyn' }, key)).body, first.body)
    const { state } = await api.repository.conversation(ref)
    t.match(state.comments, [{ text: 'Zapytać magazyn', writtenBy: '' }])
    t.equal(state.comments.length, 1)
  })

  await t.test('other tenants have no such conversation', async (t) => {
    const other = await connect(api, 'sklep-b', { shop: { shopId: '99' } })
    t.match(await write({ to: 'customer', text: 'Jutro.' }, randomUUID(), `${other.integration}/conversations/t`), {
      status: 404,
    })
    t.match(await api.call('GET', `${tenant}/conversation-counts`), { status: 200, body: { all: 2, parked: 0 } })
  })
})
