import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { createThuliumSandbox, thuliumDemoSeed } from '../src/index.ts'
import { field, marker, start } from './thulium-fixture.ts'

const control = async (url: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }> => {
  const answer = await fetch(`${url}/__sandbox/${path}`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, json: text === '' ? undefined : JSON.parse(text) }
}

t.test('the page shows list, history, customer and fields, with everything escaped', async (t) => {
  const { url, createTicket, call } = await start(t)
  const id = await createTicket({
    subject: '<img src=x onerror=alert(1)>',
    body: '<p>Kiedy?</p><script>alert(2)</script>&lt;i&gt;',
    body_type: 'HTML',
    customer_id: 8101,
    tags: ['<b>'],
    custom_fields: { [marker]: '"><script>' },
  })
  await call('POST', `tickets/${id}/comment`, {
    comment: '<u>k</u> javascript:x https://x.example/a',
    user_login: 'empik.bot',
  })
  for (const path of ['/', '/demo-sklep', '/demo-sklep/', `/demo-sklep/tickets/${id}`]) {
    const page = await fetch(url + path)
    const html = await page.text()
    t.equal(page.status, 200, path)
    t.match(html, '&lt;img src=x onerror=alert(1)&gt;')
    t.notMatch(html, /<img|<script>|alert\(2\)|<u>/)
    t.match(page.headers.get('content-security-policy'), "default-src 'none'")
  }
  const html = await (await fetch(`${url}/demo-sklep/tickets/${id}`)).text()
  for (const text of [
    'Anna Kowalczyk',
    'c-700123',
    'EmpikPlace wątek',
    'Odpowiedź do klienta',
    'Komentarz wewnętrzny',
  ]) {
    t.match(html, text)
  }
  t.match(html, 'href="https://x.example/a"')
  t.equal((await fetch(`${url}/demo-sklep/tickets/1`)).status, 404)
  t.equal((await fetch(`${url}/nie-ma/`)).status, 404)
})

t.test('forms reply with a file, comment, change the status, cancel, close and reopen', async (t) => {
  const { url, createTicket, sandbox, system } = await start(t)
  const id = await createTicket()
  const submit = async (path: string, fields: Record<string, string | Blob>): Promise<number> => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') form.append(name, value)
      else form.append(name, value, 'plik ą.txt')
    }
    return (await fetch(`${url}/demo-sklep/tickets/${id}/${path}`, { method: 'POST', body: form, redirect: 'manual' }))
      .status
  }
  const login = 'a.nowak'
  const text = 'Raz\nDwa\n\n<b>'
  t.equal(await submit('entries', { kind: 'reply', login, text, decorated: 'yes', files: new Blob(['hej']) }), 303)
  const reply = sandbox.ticket(system, id).messages.at(-1)
  t.match(reply, { type: 'REPLY', userLogin: login, pending: true, attachments: [{ filename: 'plik ą.txt', size: 3 }] })
  t.match(reply?.body, '<p>Raz<br />Dwa</p>\n<p>&lt;b&gt;</p>')
  t.match(reply?.body, 'Anna Nowak')
  t.equal(await submit('cancel', { message: String(reply?.messageId) }), 303)
  t.equal(await submit('entries', { kind: 'comment', login, text: 'uwaga' }), 303)
  t.match(sandbox.ticket(system, id).messages.at(-1), { type: 'COMMENT', comment: 'uwaga', userLogin: login })
  t.equal(await submit('entries', { kind: 'reply', login, text: ' ' }), 400)
  t.equal(await submit('status', { status: '5-51', login }), 303)
  t.equal(sandbox.ticket(system, id).status, 'W realizacji - Czeka na magazyn')
  t.equal(await submit('close', { login }), 303)
  t.equal(sandbox.ticket(system, id).statusRole, 'closed')
  t.equal(await submit('reopen', { login }), 303)
  t.equal(sandbox.ticket(system, id).statusRole, 'in-progress')
})

t.test('every panel action works over HTTP', async (t) => {
  const { url, createTicket, sandbox, system } = await start(t)
  const [first, second] = [await createTicket(), await createTicket()]
  const act = (name: string, body: unknown) => control(url, `systems/${system}/actions/${name}`, body)
  const login = 'a.nowak'
  const attachments = [{ filename: 'a.bin', base64: 'AP8=' }]
  const reply = (await act('agent-replies', { ticketId: first, login, html: 'x', attachments })).json as {
    messageId: number
  }
  t.same(sandbox.ticket(system, first).messages.at(-1)?.attachments[0]?.content, Buffer.from([0, 255]))
  t.match(await act('cancel-reply', { ticketId: first, messageId: reply.messageId }), { status: 200 })
  const comment = (await act('agent-comments', { ticketId: first, login, text: 'k' })).json as { messageId: number }
  t.match(await act('change-ticket', { ticketId: first, statusId: 5 }), { status: 200 })
  t.match(await act('pin-customer', { ticketId: first, customerId: 8102 }), { status: 200 })
  t.match(await act('pin-customer', { ticketId: first, customerId: null }), { status: 200 })
  t.equal(sandbox.ticket(system, first).customerId, null)
  t.match(await act('close-ticket', { ticketId: first }), { status: 200 })
  t.match(await act('reopen-ticket', { ticketId: first, login }), { status: 200 })
  t.match(await act('split-ticket', { ticketId: first, messageIds: [comment.messageId] }), {
    json: { ticketId: 48103 },
  })
  t.match(await act('merge-tickets', { sourceId: 48103, targetId: second }), { status: 200 })
  t.match(await act('delete-message', { ticketId: second, messageId: comment.messageId }), { status: 200 })
  t.match(await act('rename-field', { of: 'ticket', from: marker, to: 'Nowe' }), { status: 200 })
  t.match(await act('run-hourly-automation', { rules: [{ when: { ageHours: 0 }, then: { queueId: 9 } }] }), {
    json: { changed: [first, second] },
  })
  t.match(await act('close-ticket', { ticketId: 1 }), { status: 400, json: { message: /No ticket 1/ } })
  t.equal((await act('close-ticket', {})).status, 400)
  t.match(await control(url, `systems/${system}/tickets/${first}`), { json: { ticketId: first, queueId: 9 } })
  for (const path of ['tickets', 'customers', 'mail-log', 'webhook-log', 'switches']) {
    t.equal((await control(url, `systems/${system}/${path}`)).status, 200, path)
  }
  const added = { ...thuliumDemoSeed().systems[0], system: 'nowy-sklep' }
  t.match(await control(url, 'systems', added), { status: 201 })
  t.match(await control(url, 'systems', added), { status: 400 })
  t.same((await control(url, 'systems')).json, { systems: ['demo-sklep', 'nowy-sklep'] })
  t.match(await (await fetch(`${url}/`)).text(), 'href="/nowy-sklep/"')
  t.equal((await fetch(`${url}/__sandbox/reset`, { method: 'POST' })).status, 204)
  t.same([sandbox.tickets(system), (await control(url, 'systems')).json], [[], { systems: ['demo-sklep'] }])
})

t.test('with a state file the sandbox goes on where it stopped, also after a cut', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'thulium-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const stateFile = join(folder, 'state.json')
  const first = await start(t, {}, { stateFile })
  const { token } = (await first.call('POST', 'temporary_files?filename=a', Buffer.from('abc'))).json as {
    token: string
  }
  first.sandbox.faults.add({ operation: 'POST tickets', fault: { kind: 'cut-after' } })
  await t.rejects(first.createTicket({ custom_fields: { [marker]: 'a' }, attachments: [token], customer_id: 8101 }))
  const id = first.sandbox.tickets(first.system)[0]?.ticketId ?? 0
  first.sandbox.agentReplies({ system: first.system, ticketId: id, login: 'a.nowak', html: 'x' })
  first.sandbox.renameField({ system: first.system, of: 'customer', from: 'Uwagi', to: 'Notatki' })
  await first.sandbox.close()

  const again = await start(t, {}, { stateFile })
  t.match((await again.call('GET', `tickets?${field(marker)}=a`)).json, { count: 1 })
  t.match((await again.call('GET', 'tickets?customer_id=8101')).json, { count: 1 })
  t.match((await again.call('GET', `customers?${field('Notatki')}=x`)).status, 200)
  const ticket = again.sandbox.ticket(again.system, id)
  t.same(ticket.messages[0]?.attachments[0]?.content, Buffer.from('abc'))
  t.equal(ticket.messages.at(-1)?.pending, true)
  again.sandbox.clock.advance(31_000)
  t.equal(again.sandbox.mailLog(again.system).length, 1, 'the reply still leaves')
  t.ok((await again.createTicket()) > id, 'numbers go on')
})

t.test('a description that contradicts itself is refused', async (t) => {
  const sandbox = await createThuliumSandbox({})
  t.teardown(() => sandbox.close())
  const [demo] = thuliumDemoSeed().systems
  if (!demo) throw new Error('the demo seed has a system')
  t.throws(() => sandbox.addSystem({ ...demo, system: '__sandbox' }), RangeError)
  t.throws(() => sandbox.addSystem({ ...demo, mailboxes: [{ address: 'a@b.example', queueId: 99 }] }), RangeError)
  sandbox.addSystem(demo)
  t.throws(() => sandbox.addSystem(demo), RangeError)
})

t.test('thousands of tickets are created and found at a pace that does not fall', async (t) => {
  const sandbox = await createThuliumSandbox({ seed: thuliumDemoSeed() })
  t.teardown(() => sandbox.close())
  const authorization = `Basic ${Buffer.from('connector:demo-haslo-api').toString('base64')}`
  const inject = (method: 'GET' | 'POST', path: string, payload?: object) =>
    sandbox.app.inject({
      method,
      url: `/demo-sklep/api/${path}`,
      headers: { authorization },
      ...(payload ? { payload } : {}),
    })
  const batch = 200
  // The fastest batch of a round, so that a busy machine does not count.
  const round = async (from: number): Promise<number> => {
    let fastest = Number.POSITIVE_INFINITY
    for (let start = from; start < from + 2000; start += batch) {
      const started = performance.now()
      for (let i = start; i < start + batch; i += 1) {
        await inject('POST', 'tickets', {
          to: 'sklep@demo-sklep.example',
          subject: 'S',
          body: 'B',
          custom_fields: { [marker]: `w-${i}`, 'EmpikPlace zamówienie': 'ta-sama' },
        })
        const found = await inject('GET', `tickets?${field(marker)}=w-${i}`)
        if (found.json<{ count: number }>().count !== 1) throw new Error(`w-${i} not found`)
      }
      fastest = Math.min(fastest, performance.now() - started)
    }
    return fastest
  }
  const first = await round(0)
  await round(2000)
  const last = await round(4000)
  // A linear scan would make it several times as long.
  t.ok(last < first * 2.5, `${Math.round(first)} ms for ${batch}, then ${Math.round(last)} ms`)
})
