import { configureIntegration, startIntegration, stopIntegration } from '@connector/domain/integration'
import { resetReadModels } from '@connector/store'
import { until } from '@connector/test-kit'
import t from 'tap'
import {
  answers,
  answerSeen,
  comments,
  effectsIn,
  mailSeen,
  nothingUnderWay,
  replies,
  ticketIdOf,
} from '../support/seen.ts'
import { createWorld, type Shop, type World } from '../support/world.ts'

t.setTimeout(540_000)

const never = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }

const later = {
  id: 'later',
  name: 'Po chwili',
  occasion: 'first-message',
  delayMinutes: 10,
  template: 'Odezwiemy się.',
} as const

const stateOf = async ({ repository }: World, shop: Shop, threadId: string) =>
  (await repository.conversation({ ...shop, threadId })).state

const asked = (world: World, shop: Shop, threadId: string): Promise<unknown> =>
  until('the request', async () => (await stateOf(world, shop, threadId)).autoReplies[0])

/** Why the automatic answer of a conversation was not sent. */
const skipReason = (world: World, { tenantId, integrationId }: Shop, threadId: string): Promise<unknown> =>
  until('the skip', async () => {
    const events = await world.log.readStream(`conversation-${tenantId}-${integrationId}-${threadId}`)
    return events.find(({ type }) => type === 'AutoReplySkipped')?.data['reason']
  })

await t.test('automatic answers and time', async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik, clock, repository } = world
  const stop = await world.startServices()
  const passes = (minutes: number) => clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000))

  await t.test('business hours follow the wall clock of Warsaw through both changes of the year', async (t) => {
    const shop = await world.addShop({
      settings: {
        businessHours: { ...never, sunday: [{ from: '02:15', to: '08:00' }] },
        autoReplies: [{ id: 'closed', name: 'Zamknięte', occasion: 'outside-hours', template: 'Odpowiemy rano.' }],
      },
    })
    const nights = [
      ['2031-03-30T00:30:00Z', '01:30', 'closed'],
      ['2031-03-30T01:00:00Z', '03:00, for 02:00 is not there', 'open'],
      ['2031-03-30T06:00:00Z', '08:00', 'closed'],
      ['2031-10-26T00:05:00Z', '02:05 the first time', 'closed'],
      ['2031-10-26T00:20:00Z', '02:20 the first time', 'open'],
      ['2031-10-26T01:05:00Z', '02:05 the second time', 'closed'],
      ['2031-10-26T01:20:00Z', '02:20 the second time', 'open'],
      ['2031-10-26T07:00:00Z', '08:00', 'closed'],
    ] as const
    for (const [instant, warsaw, expected] of nights) {
      clock.moveTo(new Date(instant))
      const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: `Jest ${warsaw}` })
      if (expected === 'closed') await answerSeen(world, threadId, 'Odpowiemy rano.')
      // What is decided of a message is recorded together with it, so with the ticket all is decided.
      await ticketIdOf(world, shop, threadId)
      const { autoReplies } = await stateOf(world, shop, threadId)
      t.equal(autoReplies.length, expected === 'closed' ? 1 : 0, warsaw)
    }
  })

  await t.test('an integration that is stopped sends nothing, and later only what is not too late', async (t) => {
    const running = await world.addShop({ settings: { autoReplies: [later] } })
    const stopped = await world.addShop({ tenantId: running.tenantId, settings: { autoReplies: [later] } })
    const [one, other] = [running, stopped].map(({ shopId }) => empik.buyerWrites({ shopId, text: 'Pytanie' }).threadId)
    if (one === undefined || other === undefined) throw new RangeError('Two conversations were begun')
    await asked(world, running, one)
    await asked(world, stopped, other)
    await repository.changeIntegration(stopped, 'test', stopIntegration)
    await until('the stop in the read models', async () => {
      const rows = await world.store.db.selectFrom('integrations').select(['integration_id', 'status']).execute()
      return rows.find((row) => row.integration_id === stopped.integrationId && row.status === 'stopped')
    })
    passes(11)
    await answerSeen(world, one, 'Odezwiemy się.')
    t.same(answers(world, other), [])
    passes(13 * 60)
    await repository.changeIntegration(stopped, 'test', startIntegration)
    t.equal(await skipReason(world, stopped, other), 'too-late')
    await nothingUnderWay(world, stopped)
    t.same(answers(world, other), [])
  })

  await t.test('both sides are asked again when a call that failed is repeated', async (t) => {
    const shop = await world.addShop({ settings: { autoReplies: [{ ...later, delayMinutes: 0 }] } })
    const fault = { kind: 'status', status: 429 } as const
    const { id } = empik.faults.add({ operation: 'M12', subject: shop.apiKey, times: null, fault })
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: 'Pytanie' })
    await until('a failed try', async () =>
      (await effectsIn(world, shop, ['planned'])).find(
        (effect) => effect.effect_key.startsWith('auto-reply:send') && effect.failure_message !== null,
      ),
    )
    empik.sellerWrites({ shopId: shop.shopId, threadId, text: 'Jestem.' })
    empik.faults.remove(id)
    t.equal(await skipReason(world, shop, threadId), 'answered')
    t.same(answers(world, threadId), ['Jestem.'])
  })

  const shop = await world.addShop({ settings: { autoReplies: [later] } })
  const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: 'Do wyłączonej' })
  await asked(world, shop, threadId)

  await t.test('one that was switched off while it waited is not sent', async (t) => {
    await stop()
    await repository.changeIntegration(shop, 'test', ({ settings }) =>
      settings ? configureIntegration({ ...settings, autoReplies: [{ ...later, enabled: false }] }) : [],
    )
    passes(11)
    const stopAgain = await world.startServices()
    t.equal(await skipReason(world, shop, threadId), 'withdrawn')
    await stopAgain()
    t.same(answers(world, threadId), [])
  })

  await t.test('read models that are rebuilt send nothing again', async (t) => {
    const answered = await world.addShop({
      settings: {
        autoReplies: [
          { ...later, delayMinutes: 0, mirrorAs: 'reply' },
          { ...later, id: 'waits', occasion: 'outside-hours', delayMinutes: 60, template: 'Za godzinę.' },
        ],
        businessHours: never,
      },
    })
    const stopFirst = await world.startServices()
    const conversation = empik.buyerWrites({ shopId: answered.shopId, text: 'Pytanie' }).threadId
    await answerSeen(world, conversation, 'Odezwiemy się.')
    await until('the answer in the ticket', () => replies(world, answered, conversation)[0])
    empik.buyerWrites({ shopId: answered.shopId, threadId: conversation, text: 'Dopytuję' })
    await until('the second request', async () => (await stateOf(world, answered, conversation)).autoReplies[1])
    await stopFirst()

    await resetReadModels(world.store)
    await world.startServices()
    empik.buyerWrites({ shopId: answered.shopId, threadId: conversation, text: 'Po odbudowie' })
    await mailSeen(world, answered, conversation, 'Po odbudowie')
    t.same(answers(world, conversation), ['Odezwiemy się.'], 'the one that waits goes on waiting')
    passes(61)
    const shown = () => comments(world, answered, conversation).filter((text) => text.includes('Za godzinę.'))
    await until('the second answer in the ticket', () => shown()[0])
    await nothingUnderWay(world, answered)
    t.same(answers(world, conversation), ['Odezwiemy się.', 'Za godzinę.'])
    t.equal(replies(world, answered, conversation).length, 1)
    t.equal(shown().length, 1)
  })
})
