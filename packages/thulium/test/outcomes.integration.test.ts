import t from 'tap'
import type { CommentField, ThuliumClient } from '../src/index.ts'
import { documentOf, setup } from './support.ts'
import type { Reply } from './support.ts'

const message = { body: 'Dzień dobry', bodyType: 'PLAIN' } as const
const writes: Record<string, (client: ThuliumClient) => Promise<{ outcome: string }>> = {
  customerResponse: (client) => client.customerResponse(1, message),
  agentResponse: (client) => client.agentResponse(1, { ...message, userLogin: 'empik.bot' }),
  comment: (client) => client.comment(1, { text: 'x', userLogin: 'empik.bot' }),
  updateTicket: (client) => client.updateTicket(1, { statusId: 1 }),
}
const creations: Record<string, (client: ThuliumClient) => Promise<{ outcome: string }>> = {
  createTicket: (client) => client.createTicket({ ...message, to: 'a@b.example', subject: 's', source: 'www' }),
  createCustomer: (client) => client.createCustomer({ surname: 'Lis' }),
  uploadFile: (client) => client.uploadFile('a', new Uint8Array(1)),
}

t.test('an empty answer is a success where no id is expected, and unknown where one is', async (t) => {
  for (const answer of [{ body: '' }, { status: 204 }, { body: [] }, { body: '{}' }] satisfies Reply[]) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => answer,
    )
    for (const [name, write] of Object.entries(writes)) t.match(await write(client), { outcome: 'done' }, name)
    for (const [name, write] of Object.entries(creations)) t.match(await write(client), { outcome: 'unknown' }, name)
  }
})

t.test('a write whose answer does not settle it is unknown', async (t) => {
  const answers: Reply[] = [
    'cut',
    'silent',
    { status: 500 },
    { status: 502, headers: { 'content-type': 'text/html' }, body: '<html></html>' },
    { status: 408 },
    { status: 302, headers: { location: '/login' } },
    { headers: { 'content-type': 'text/html' }, body: '<html>Przerwa</html>' },
    { body: '{"ticket' },
    { body: { errors: [{ message: 'odd' }] } },
  ]
  for (const answer of answers) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => answer,
      // One that never answers is waited for; a busy machine needs more until a write has left it at all.
      answer === 'silent' ? { timeouts: { write: 500, upload: 500 } } : {},
    )
    for (const [name, write] of Object.entries({ ...writes, ...creations })) {
      t.match(
        await write(client),
        { outcome: 'unknown', failure: { class: 'unreachable' } },
        `${name}: ${JSON.stringify(answer)}`,
      )
    }
  }
})

t.test('a write that was clearly refused is not done', async (t) => {
  for (const [status, failureClass] of [
    [400, 'refused'],
    [401, 'credentials-rejected'],
    [403, 'credentials-rejected'],
    [404, 'refused'],
    [409, 'refused'],
  ] as const) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => ({ status, body: { errors: [{ message: 'Nie.' }] } }),
    )
    for (const [name, write] of Object.entries({ ...writes, ...creations })) {
      t.match(
        await write(client),
        { outcome: 'not-done', failure: { class: failureClass, status } },
        `${name} ${status}`,
      )
    }
  }
  const { client } = await setup(
    (clean) => t.teardown(clean),
    () => 'silent',
    { baseUrl: 'http://127.0.0.1:1/api' },
  )
  for (const [name, write] of Object.entries({ ...writes, ...creations })) {
    t.match(await write(client), { outcome: 'not-done', failure: { class: 'unreachable' } }, name)
  }
})

t.test('a comment finds the field that the tenant takes, and keeps to it', async (t) => {
  const learned: CommentField[] = []
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    (one) => (one.body.includes('"body"') ? {} : { status: 422, body: { errors: [{ message: 'unknown field' }] } }),
    { learned: (finding) => learned.push(finding) },
  )
  const comment = { text: 'Notatka', userLogin: 'empik.bot' }
  t.match(await client.comment(5, comment), { outcome: 'done' })
  t.match(await client.comment(5, comment), { outcome: 'done' })
  t.same(seen.map(documentOf), [
    { comment: 'Notatka', user_login: 'empik.bot' },
    { body: 'Notatka', user_login: 'empik.bot' },
    { body: 'Notatka', user_login: 'empik.bot' },
  ])
  t.same(learned, ['body'])
})

t.test('a comment whose author is refused goes without one', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    (one) => (one.body.includes('user_login') ? { status: 422, body: { errors: [{ message: 'user_login' }] } } : {}),
  )
  t.match(await client.comment(5, { text: 'Notatka', userLogin: 'dawny' }), { outcome: 'done' })
  t.same(documentOf(seen.at(-1)), { comment: 'Notatka' })
})

const refusal = { errors: [{ message: 'unknown field' }] }

t.test('a comment tries the other field only after a refusal of the request itself', async (t) => {
  for (const [answer, tries] of [
    [{ status: 400, body: refusal }, 4],
    [{ status: 400 }, 1],
    [{ status: 404 }, 1],
    [{ status: 500 }, 1],
    ['cut', 1],
  ] as const) {
    const { client, seen } = await setup(
      (clean) => t.teardown(clean),
      () => answer,
    )
    await client.comment(5, { text: 'x', userLogin: 'empik.bot' })
    t.equal(seen.length, tries)
  }
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => (seen.length === 1 ? { status: 400, body: refusal } : 'cut'),
  )
  t.match(
    await client.comment(5, { text: 'x', userLogin: 'empik.bot' }),
    { outcome: 'unknown' },
    'the second try may have written it',
  )
})
