import type { ConversationEvent } from '@connector/domain/events'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, createDoor, shop, startApi, startOutside, type Api, type Outside } from './support/api.ts'

const inAnHour = (): Date => new Date(Date.now() + 3_600_000)

/** The newest message of a buyer, as the log keeps it. */
function received({ empikPlace }: Outside, threadId: string): ConversationEvent {
  const message = empikPlace.thread(threadId).messages.at(-1)
  return {
    type: 'MessageReceived',
    data: {
      messageId: message?.id ?? '',
      author: 'customer',
      authorType: 'CUSTOMER_USER',
      authorName: 'Ewa L.',
      to: [],
      body: 'Zdjęcie',
      sentAt: '2026-03-02T10:00:00.000Z',
      attachments: message?.attachments ?? [],
      thread: {
        topic: { type: 'FREE_TEXT', value: 'Faktura' },
        entities: [],
        updatedAt: '2026-03-02T10:00:00.000Z',
        shopReplyNeededSince: null,
      },
      opensTicket: true,
    },
  }
}

/** A conversation with one file, and the path of the link to it. */
async function withFile(
  api: Api,
  outside: Outside,
  integrationId: string,
  file: { name: string; content: Buffer | string },
  expiresAt = inAnHour(),
): Promise<{ path: string; fileId: string }> {
  const { threadId } = outside.empikPlace.buyerWrites({
    shopId: Number(shop.shopId),
    text: 'Zdjęcie',
    attachments: [file],
  })
  const event = received(outside, threadId)
  await api.repository.changeConversation({ tenantId: 'sklep-a', integrationId, threadId }, 'test', () => [event])
  if (event.type !== 'MessageReceived') throw new Error('Not a message')
  const { messageId, attachments } = event.data
  const payload = {
    tenant: 'sklep-a',
    integration: integrationId,
    thread: threadId,
    file: `${messageId}/0`,
    bytes: '1',
  }
  return {
    path: new URL(api.links.make('file', payload, expiresAt)).pathname,
    fileId: attachments[0]?.id ?? '',
  }
}

await t.test('Files behind links in tickets', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  const api = await startApi(t, outside.urls)
  const { integrationId } = await connect(api, 'sklep-a')
  outside.addAccount('sklep-a')
  const given = (file: { name: string; content: Buffer | string }, expiresAt?: Date) =>
    withFile(api, outside, integrationId, file, expiresAt)
  const get = (path: string, options: RequestInit = {}) => fetch(`${api.url}${path}`, options)

  await t.test('the file is saved under its name and never shown', async (t) => {
    const content = Buffer.from(Array.from({ length: 300_000 }, (_, place) => place % 251))
    const { path } = await given({ name: 'zdjęcie (1).PNG', content })
    const answer = await get(path)
    t.equal(answer.status, 200)
    t.ok(content.equals(Buffer.from(await answer.arrayBuffer())))
    t.match(Object.fromEntries(answer.headers), {
      'content-type': 'image/png',
      'content-length': '300000',
      'content-disposition': `attachment; filename="zdj_cie (1).PNG"; filename*=UTF-8''zdj%C4%99cie%20%281%29.PNG`,
      'content-security-policy': /^sandbox; default-src 'none'/,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
  })

  for (const [name, type, disposition] of [
    ['strona.html', 'application/octet-stream', 'strona.html'],
    ['obraz.svg', 'application/octet-stream', 'obraz.svg'],
    ['bez końcówki', 'application/octet-stream', 'bez ko_c_wki'],
    ['../../etc/passwd', 'application/octet-stream', '_.._etc_passwd'],
    ['paragon.png\u200e', 'image/png', 'paragon.png'],
    ['a"; filename="b.exe', 'application/octet-stream', 'a__ filename=_b.exe'],
    ['gpj.\u202Eexe', 'application/octet-stream', 'gpj._exe'],
    [`${'🙂'.repeat(80)}.jpeg`, 'image/jpeg', `${'_'.repeat(116)}.jpeg`],
    [`${'👨‍👩‍👧'.repeat(80)}.jpeg`, 'image/jpeg', `${'_'.repeat(104)}.jpeg`],
    ['a\u200Db\u2028c.txt', 'text/plain', 'a_b_c.txt'],
    ['...', 'application/octet-stream', 'plik'],
    ['faktura.pdf', 'application/pdf', 'faktura.pdf'],
  ] as const)
    await t.test(`what is saved as “${disposition}” is harmless`, async (t) => {
      const answer = await get((await given({ name, content: '<script>alert(1)</script>' })).path)
      t.equal(answer.headers.get('content-type'), type)
      t.match(answer.headers.get('content-disposition'), `attachment; filename="${disposition}";`)
      await answer.arrayBuffer()
    })

  await t.test('HEAD says the same without the file', async (t) => {
    const { path } = await given({ name: 'a.txt', content: 'Dzień dobry' })
    const answer = await get(path, { method: 'HEAD' })
    t.equal(answer.status, 200)
    t.equal(answer.headers.get('content-length'), '12')
    t.match(answer.headers.get('content-disposition'), 'filename="a.txt"')
    t.equal(await answer.text(), '')
  })

  await t.test('it opens from a page of Thulium, and a form of another site is refused', async (t) => {
    const { path } = await given({ name: 'a.txt', content: 'x' })
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    t.equal((await get(path, { headers })).status, 200)
    t.equal((await get(path, { method: 'POST', headers })).status, 403)
  })

  await t.test('what is not given out says why, in the language of the browser', async (t) => {
    const { path, fileId } = await given({ name: 'a.txt', content: 'xx' })
    const page = async (address: string, status: number, says: RegExp): Promise<void> => {
      const answer = await get(address, { headers: { 'accept-language': 'pl' } })
      t.equal(answer.status, status)
      t.match(answer.headers.get('content-type'), /^text\/html/)
      t.match(await answer.text(), says)
    }
    await page((await given({ name: 'b.txt', content: 'x' }, new Date(Date.now() - 1_000))).path, 410, /Link wygasł/)
    await page(`${path}x`, 404, /nie jest prawidłowy/)
    await page('/files/nic', 404, /nie jest prawidłowy/)
    const other = new URL(api.links.make('add-to-crm', { tenant: 'sklep-a' }, inAnHour())).pathname
    await page(other.replace('add-to-crm', 'files'), 404, /nie jest prawidłowy/)
    const nowhere = { tenant: 'sklep-a', integration: integrationId, thread: 'nie-ma', file: 'm/0', bytes: '1' }
    await page(new URL(api.links.make('file', nowhere, inAnHour())).pathname, 410, /Pliku już nie ma/)

    outside.empikPlace.faults.add({ operation: 'M13', fault: { kind: 'status', status: 502 } })
    await page(path, 503, /nie da się teraz pobrać/)
    outside.empikPlace.faults.add({ operation: 'M13', fault: { kind: 'status', status: 404, body: 'challenge' } })
    await page(path, 503, /nie da się teraz pobrać/)
    outside.empikPlace.faults.add({ operation: 'M13', fault: { kind: 'part' } })
    await page(path, 503, /nie da się teraz pobrać/)
    outside.empikPlace.deleteAttachment(fileId)
    await page(path, 410, /Pliku już nie ma/)
  })

  await t.test('a file cut short on the way is cut short for the browser too', async (t) => {
    const { path } = await given({ name: 'a.bin', content: Buffer.alloc(50_000, 7) })
    outside.empikPlace.faults.add({ operation: 'M13', fault: { kind: 'truncate' } })
    const answer = await get(path)
    await t.rejects(answer.arrayBuffer())
    t.equal((await (await get(path)).arrayBuffer()).byteLength, 50_000)
  })

  await t.test('an address longer than any link is none', async (t) => {
    t.equal((await get(`/files/${'a'.repeat(2_000)}`)).status, 404)
  })
})

await t.test('While the database is away a link says so to people', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  const api = await startApi(t, outside.urls, undefined, (url) => createDoor(t, url))
  const { integrationId } = await connect(api, 'sklep-a')
  const { path } = await withFile(api, outside, integrationId, { name: 'a.txt', content: 'x' })
  await api.shutDoor()
  const answer = await fetch(`${api.url}${path}`)
  t.equal(answer.status, 503)
  t.match(await answer.text(), /nie da się teraz pobrać/)
})
