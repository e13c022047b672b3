import type { ConversationEvent } from '@connector/domain/events'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import { projectConversation, projectEffect } from './support/read-models.ts'

await t.test('The text of a parked reply', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { integration, integrationId, tenant } = await connect(api, 'sklep-a')
  const ref = { tenantId: 'sklep-a', integrationId, threadId: 't' }
  const keyOf = (id: number): string => `reply:send:${integrationId}:t:${id}`
  const reply = (thuliumMessageId: number): ConversationEvent => ({
    type: 'ReplyRequested',
    data: {
      ...{ thuliumMessageId, ticketId: 1, agentLogin: 'a.nowak', body: 'Zły tekst', text: 'Zły tekst' },
      attachmentNames: [],
    },
  })
  const parked = (effectKey: string, code: string): ConversationEvent => ({
    type: 'EffectParked',
    data: { effectKey, kind: 'reply:send', code, message: 'Nie', attempts: 1 },
  })
  await api.repository.changeConversation(ref, 'test', () => [
    reply(1),
    reply(2),
    parked(keyOf(1), 'effect.refused'),
    parked(keyOf(2), 'effect.ambiguous'),
  ])
  await projectConversation(api, { ...ref, ticketId: 1 })
  for (const id of [1, 2]) await projectEffect(api, { ...ref, key: keyOf(id), state: 'parked', plannedAt: new Date() })
  const edit = (key: string, text: unknown) =>
    api.call('POST', `${integration}/effects/${encodeURIComponent(key)}/edit`, { text })
  const before = new Date()

  await t.test('is changed by the rules of any reply only', async (t) => {
    t.match(await edit(keyOf(1), 'ok'), { status: 409, body: { code: 'effect.not_editable', detail: /3 to 50000/ } })
    t.match(await edit(keyOf(1), 'x'.repeat(50_001)), { status: 409, body: { code: 'effect.not_editable' } })
    t.match(await edit(keyOf(1), ''), { status: 400 })
    t.match(await edit(keyOf(2), 'Inny tekst'), { status: 409, body: { detail: /may have reached the buyer/ } })
    t.match(await edit('nothing', 'Inny tekst'), { status: 404, body: { code: 'effect.unknown' } })
    const { state } = await api.repository.conversation(ref)
    t.equal(state.parked.size, 2)
  })

  await t.test('goes out as corrected, and the log has both texts and who it was', async (t) => {
    t.match(await edit(keyOf(1), 'Dobry tekst'), { status: 200, body: { effectKey: keyOf(1), resolution: 'retry' } })
    const { state } = await api.repository.conversation(ref)
    t.match(state.replies[0], { text: 'Zły tekst', correctedText: 'Dobry tekst', status: 'pending' })
    t.notOk(state.parked.has(keyOf(1)))
    const events = await api.log.readStream(`conversation-sklep-a-${integrationId}-t`)
    t.match(events.slice(-2), [
      { type: 'ReplyCorrected', data: { thuliumMessageId: 1, text: 'Dobry tekst', correctedBy: 'anybody' } },
      { type: 'EffectResolved', data: { effectKey: keyOf(1), resolution: 'retry' } },
    ])
    t.match(await edit(keyOf(1), 'Jeszcze inny'), { status: 409, body: { code: 'effect.not_parked' } })
  })

  await t.test('may be given up, with a reason that is sealed and stays, or without', async (t) => {
    const dismiss = (key: string, body?: object) =>
      api.call('POST', `${integration}/effects/${encodeURIComponent(key)}/dismiss`, body)
    t.match(await dismiss(keyOf(2), { reason: ' ' }), { status: 400 })
    t.match(await dismiss(keyOf(2), { why: 'x' }), { status: 400 })
    const reason = 'Anna K. dostała odpowiedź telefonicznie'
    t.match(await dismiss(keyOf(2), { reason }), { status: 200, body: { resolution: 'dismiss' } })
    const [last] = (await api.log.readStream(`conversation-sklep-a-${integrationId}-t`)).slice(-1)
    t.match(last, { type: 'EffectResolved', data: { resolution: 'dismiss', reason } })
    const { rows } = await api.worker.pool.query('select data::text from events')
    t.notMatch(JSON.stringify(rows), 'telefonicznie')
    t.match(await dismiss(keyOf(2)), { status: 409, body: { code: 'effect.not_parked' } })
  })

  await t.test('the conversation can be seen as it stood before', async (t) => {
    const path = `${tenant}/conversations/${integrationId}/t`
    const now = await api.call('GET', path)
    t.match(now.body, { stateAt: null })
    const then = await api.call('GET', `${path}?at=${before.toISOString()}`)
    t.match(then.body, {
      stateAt: {
        at: before.toISOString(),
        revision: 3,
        replies: [{ thuliumMessageId: 1, status: 'pending' }, { thuliumMessageId: 2 }],
        parked: [{ effectKey: keyOf(1), code: 'effect.refused' }, { effectKey: keyOf(2) }],
      },
    })
    t.equal((then.body['events'] as unknown[]).length, 4)
    t.equal((now.body['events'] as unknown[]).length, 7)
    t.match(await api.call('GET', `${path}?at=2020-01-01T00:00:00Z`), {
      status: 404,
      body: { code: 'conversation.unknown' },
    })
    t.match(await api.call('GET', `${path}?at=2999-01-01T00:00:00Z`), {
      status: 400,
      body: { errors: [{ field: 'query.at', message: 'Lies in the future' }] },
    })
    t.match(await api.call('GET', `${path}?at=yesterday`), { status: 400 })
  })
})
