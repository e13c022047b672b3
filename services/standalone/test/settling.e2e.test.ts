import { until } from '@connector/test-kit'
import t from 'tap'
import { startEditingProxy } from './support/edits.ts'
import { agentAnswers, answers, answerSeen, begin } from './support/seen.ts'
import { createOutside, createWorld } from './support/world.ts'

t.setTimeout(120_000)

t.test('while a reply settles', { jobs: 3 }, async (t) => {
  const outside = await createOutside()
  t.teardown(() => outside.close())
  const { empik, thulium } = outside
  /** Nobody can change an agent's reply in the sandbox, so its answers are changed on their way. */
  const edits = new Map<string, string>()
  const proxy = await startEditingProxy(outside.thuliumUrl, (_, _path, answer) => {
    let { body } = answer
    for (const [from, to] of edits) body = body.replaceAll(from, to)
    return { ...answer, body }
  })
  t.teardown(() => proxy.close())
  const world = await createWorld(outside)
  t.teardown(() => world.dispose())
  await world.startServices({ THULIUM_URL: `${proxy.url}/{system}`, REPLY_SETTLE_MS: '2000' })

  type Change = (at: { system: string; ticketId: number; messageId: number }) => void
  const changes: Record<string, [Change, string[]]> = {
    'one that is withdrawn is not sent': [(at) => thulium.cancelReply(at), ['Następna']],
    'one that is deleted is not sent': [(at) => thulium.deleteMessage(at), ['Następna']],
    'one that is changed is sent in its last form': [
      ({ system }) => edits.set(`Wersja 1 ${system}`, `Wersja 2 ${system}`),
      ['Wersja 2', 'Następna'],
    ],
  }
  for (const [name, [change, expected]] of Object.entries(changes))
    void t.test(name, async (t) => {
      const { shop, threadId, ticketId } = await begin(world)
      const { tenantId: system } = shop
      // The worst case: what the agent may still cancel can be seen already.
      thulium.setSwitches(system, { agentSendDelaySeconds: 600, agentPendingMessage: 'visible' })
      const messageId = agentAnswers(world, shop, threadId, `Wersja 1 ${system}`)
      const sightings = world.store.db
        .selectFrom('reply_sightings')
        .select('digest')
        .where('message_id', '=', messageId)
      const sighting = () => sightings.where('tenant_id', '=', system).executeTakeFirst()
      await until('the first sighting', sighting)
      change({ system, ticketId, messageId })
      agentAnswers(world, shop, threadId, 'Następna')
      await answerSeen(world, threadId, 'Następna')
      t.same(
        answers(world, threadId).map((text) => text.replace(` ${system}`, '')),
        expected,
      )
      t.equal(empik.counters.count({ operation: 'M12', subject: shop.apiKey }), expected.length)
    })
})
