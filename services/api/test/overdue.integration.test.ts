import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import { projectConversation, projectIntegration } from './support/read-models.ts'

await t.test('Replies that are overdue', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { tenant, integrationId } = await connect(api, 'sklep-a')
  const integration = `${tenant}/integrations/${integrationId}`
  const ref = { tenantId: 'sklep-a', integrationId }
  await projectIntegration(api, 'sklep-a', integrationId)
  const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000)
  const changedAt = hoursAgo(1)
  const waiting = { long: hoursAgo(25), short: hoursAgo(23) }
  for (const [threadId, replyNeededSince] of Object.entries(waiting))
    await projectConversation(api, { ...ref, threadId, replyNeededSince, changedAt })
  await projectConversation(api, { ...ref, threadId: 'answered', changedAt: hoursAgo(2) })

  const threads = async (query: string): Promise<unknown[]> => {
    const { body } = await api.call('GET', `${tenant}/conversations${query}`)
    return (body.items as { threadId: string }[]).map(({ threadId }) => threadId)
  }

  await t.test('a conversation says since when the buyer waits and when that is too long', async (t) => {
    const { body } = await api.call('GET', `${tenant}/conversations/${integrationId}/long`)
    t.match(body, {
      replyNeededSince: waiting.long.toISOString(),
      replyDueAt: new Date(waiting.long.getTime() + 24 * 3_600_000).toISOString(),
      overdue: true,
    })
    const answered = await api.call('GET', `${tenant}/conversations/${integrationId}/answered`)
    t.match(answered.body, { replyNeededSince: null, replyDueAt: null, overdue: false })
  })

  await t.test('the list shows the overdue ones, the others, or all', async (t) => {
    t.same(await threads('?overdue=true'), ['long'])
    t.same(await threads('?overdue=false'), ['short', 'answered'])
    t.same(await threads(''), ['long', 'short', 'answered'])
    t.equal((await api.call('GET', `${tenant}/conversations?overdue=yes`)).status, 400)
  })

  await t.test('one that only an automatic answer has stopped for EmpikPlace waits for a person', async (t) => {
    const since = hoursAgo(30)
    await projectConversation(api, { ...ref, threadId: 'automatic', unansweredSince: since, changedAt: hoursAgo(3) })
    const { body } = await api.call('GET', `${tenant}/conversations/${integrationId}/automatic`)
    t.match(body, {
      replyNeededSince: null,
      replyDueAt: null,
      unansweredSince: since.toISOString(),
      unansweredDueAt: new Date(since.getTime() + 24 * 3_600_000).toISOString(),
      overdue: true,
      unansweredOverdue: true,
    })
    t.same(await threads('?overdue=true'), ['long', 'automatic'])
    t.same(await threads('?waiting=true'), ['long', 'short', 'automatic'], 'the view of what waits for us has it too')
    t.same(await threads('?waiting=false'), ['answered'])
    t.match((await api.call('GET', `${tenant}/conversation-counts`)).body, { all: 4, waiting: 3, overdue: 2 })
    t.match((await api.call('GET', `${integration}/status`)).body, { overdueReplies: 2, unansweredOverdue: 1 })
    t.match((await api.call('GET', `${integration}/status?view=compact`)).body, { overdue: 2, unansweredOverdue: 1 })
    await api.worker.db.deleteFrom('conversations').where('thread_id', '=', 'automatic').execute()
  })

  await t.test('the status counts them by the settings of the integration', async (t) => {
    t.match((await api.call('GET', `${integration}/status`)).body, { overdueReplies: 1 })
    await api.repository.changeIntegration(ref, 'test', ({ settings }) =>
      settings ? [{ type: 'IntegrationConfigured', data: { ...settings, replyDueHours: 22 } }] : [],
    )
    await projectIntegration(api, 'sklep-a', integrationId)
    t.match((await api.call('GET', `${integration}/status`)).body, { overdueReplies: 2 })
    t.same(await threads('?overdue=true'), ['long', 'short'])
  })

  await t.test('the status names a field that is missing, and what to do', async (t) => {
    await api.repository.changeIntegration(ref, 'test', () => [
      { type: 'FieldMissing', data: { of: 'customer', name: 'Empik ID' } },
    ])
    await api.repository.changeIntegration(ref, 'test', () => [{ type: 'IntegrationStarted', data: {} }])
    t.match((await api.call('GET', `${integration}/status`)).body, {
      missingFields: [{ of: 'customer', name: 'Empik ID' }],
      health: { level: 'failing', reason: { pl: /nie ma pola klienta \(CRM\) „Empik ID”/ } },
    })
  })
})
