import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { ifMatchHolds, ifNoneMatchHolds, isTagList } from '../src/http/entity-tags.ts'
import { accountBody, connect, shopBody, startApi, type Answer } from './support/api.ts'
import { projectConversation, projectedAll, projectEffect, projectIntegration } from './support/read-models.ts'

const tagOf = (answer: Answer | undefined): string => answer?.headers.get('etag') ?? 'none'

await t.test('Entity tags are compared as RFC 9110 has it', (t) => {
  for (const list of ['*', '"a"', 'W/"a"', '"a" , W/"b,c"', '""']) t.ok(isTagList(list), list)
  for (const other of ['', 'a', '"a', '"a" "b"', '*, "a"', '"a",', 'w/"a"', '"a b"']) t.notOk(isTagList(other), other)
  t.ok(ifMatchHolds('"x", "a"', '"a"'))
  t.ok(ifMatchHolds('*', '"a"'))
  t.notOk(ifMatchHolds('"b"', '"a"'))
  t.notOk(ifMatchHolds('W/"a"', '"a"'), 'a weak one never matches strongly')
  t.notOk(ifMatchHolds('W/"a"', 'W/"a"'))
  t.notOk(ifNoneMatchHolds('"b", W/"a"', '"a"'))
  t.notOk(ifNoneMatchHolds('"a"', 'W/"a"'))
  t.notOk(ifNoneMatchHolds('*', '"a"'))
  t.ok(ifNoneMatchHolds('"b"', '"a"'))
  t.ok(ifNoneMatchHolds('no tag', '"a"'), 'what cannot be read is as if it were not there')
  t.end()
})

await t.test('Settings are not saved over those of others', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { tenant, integration } = await connect(api, 'sklep-a')

  const kinds = [
    { read: integration, write: integration, body: (mark: string) => ({ ...shopBody, name: mark }) },
    {
      read: tenant,
      write: `${tenant}/thulium`,
      body: (mark: string) => ({ ...accountBody, mailbox: `${mark}@demo.example` }),
    },
  ]
  await t.test('what was read can be saved as it is', async (t) => {
    const read = await api.call('GET', integration)
    t.equal((await api.call('PUT', integration, read.body)).status, 200)
    t.equal(tagOf(await api.call('GET', integration)), tagOf(read))
  })

  for (const { read, write, body } of kinds) {
    await t.test(write, async (t) => {
      const first = await api.call('GET', read)
      t.match(tagOf(first), /^"[\w-]{22}"$/)
      t.equal(tagOf(await api.call('GET', read)), tagOf(first), 'it stays while nothing changes')
      const save = (mark: string, ifMatch?: string) =>
        api.call('PUT', write, body(mark), ifMatch === undefined ? {} : { 'if-match': ifMatch })

      t.equal((await save('anna', `"other", ${tagOf(first)}`)).status, 200)
      const second = await api.call('GET', read)
      t.not(tagOf(second), tagOf(first))
      t.match(second.text, 'anna')

      const late = await save('ola', tagOf(first))
      t.match(late, { status: 412, body: { code: 'request.precondition_failed' } })
      t.match(String(late.body['detail']), tagOf(second), 'it names the present one')
      t.equal((await save('ola', `W/${tagOf(second)}`)).status, 412)
      for (const bad of ['anna', '"anna'])
        t.match(await save('ola', bad), { status: 400, body: { errors: [{ field: 'headers.if-match' }] } })
      t.equal((await api.call('GET', read)).text, second.text, 'none of these changed anything')

      t.equal((await save('ewa', '*')).status, 200)
      t.equal((await save('iza')).status, 200, 'without it the last one wins')
      t.match((await api.call('GET', read)).text, 'iza')
    })

    await t.test(`${write}: of many at once with the same ETag one is saved`, async (t) => {
      const etag = tagOf(await api.call('GET', read))
      const names = Array.from({ length: 8 }, (_, index) => `osoba${index}`)
      const answers = await Promise.all(names.map((name) => api.call('PUT', write, body(name), { 'if-match': etag })))
      const saved = names.filter((_, index) => answers[index]?.status === 200)
      t.equal(saved.length, 1)
      t.equal(answers.filter(({ status }) => status === 412).length, 7)
      t.match((await api.call('GET', read)).text, String(saved[0]))
    })
  }
})

await t.test('Reads say whether anything changed', { skip: noDatabase ?? false }, async (t) => {
  let time = new Date()
  const api = await startApi(t, {}, undefined, undefined, { mode: 'off', now: () => time })
  const { tenant, integration, integrationId } = await connect(api, 'sklep-a')
  await projectIntegration(api, 'sklep-a', integrationId)
  const ref = { tenantId: 'sklep-a', integrationId, threadId: 'watek-1' }
  await projectConversation(api, { ...ref, subject: 'Gdzie paczka?' })
  await projectedAll(api)
  const poll = (path: string, etag: string) => api.call('GET', path, undefined, { 'if-none-match': etag })

  await t.test('an answer that is known comes without a body, with all the headers that count', async (t) => {
    for (const path of [`${tenant}/conversations`, `${tenant}/integrations`, `${integration}/status`, integration]) {
      const full = await api.call('GET', path)
      t.match(full.headers.get('cache-control'), 'private, no-cache', path)
      const none = await poll(path, `"other", ${tagOf(full)}`)
      t.match(none, { status: 304, text: '' }, path)
      t.equal(tagOf(none), tagOf(full))
      for (const name of ['cache-control', 'x-content-type-options', 'content-security-policy'])
        t.equal(none.headers.get(name), full.headers.get(name), name)
      t.ok(none.headers.get('x-request-id'))
      t.equal(none.headers.get('content-type'), null)
      t.match(await poll(path, 'W/"other"'), { status: 200, text: full.text })
    }
  })

  await t.test('a change is told', async (t) => {
    const list = await api.call('GET', `${tenant}/conversations`)
    await projectConversation(api, { ...ref, threadId: 'watek-2', subject: 'Zwrot' })
    const changed = await poll(`${tenant}/conversations`, tagOf(list))
    t.equal(changed.status, 200)
    t.match(changed.text, 'Zwrot')
  })

  await t.test('lag that only grows is told of when it begins, and then once a minute', async (t) => {
    const pages = [`${integration}/status`, `${tenant}/status`, `${tenant}/status?view=compact`]
    const pass = (seconds: number): void => void (time = new Date(time.getTime() + seconds * 1_000))
    const idle = await Promise.all(pages.map((page) => api.call('GET', page)))
    await projectEffect(api, { ...ref, key: 'message:mirror/1', state: 'planned', plannedAt: time })
    pass(1)
    const begun = await Promise.all(pages.map((page, index) => poll(page, tagOf(idle[index]))))
    const pollAll = async () => Promise.all(pages.map((page, index) => poll(page, tagOf(begun[index]))))
    for (const answer of begun) t.match(answer, { status: 200, text: /Seconds":1,/ })
    pass(30)
    for (const answer of await pollAll()) t.match(answer, { status: 304 })
    pass(30)
    for (const answer of await pollAll()) t.match(answer, { status: 200, text: /Seconds":61,/ })
  })

  await t.test('what failed, was written, or flows has no ETag', async (t) => {
    for (const [method, path, body] of [
      ['GET', '/api/tenants/unknown', undefined],
      ['PUT', integration, shopBody],
      ['GET', '/livez', undefined],
    ] as const) {
      const { headers } = await api.call(method, path, body, { 'if-none-match': '*' })
      t.equal(headers.get('etag'), null, path)
      t.equal(headers.get('cache-control'), 'no-store', path)
    }
    const stop = new AbortController()
    const stream = await fetch(`${api.url}${tenant}/changes`, { signal: stop.signal })
    t.equal(stream.headers.get('etag'), null)
    stop.abort()
  })
})
