import { randomUUID } from 'node:crypto'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { changesOf, putKey, putPassword, statusOf, untilHealth } from '../support/administrator.ts'
import {
  agentAnswers,
  answers,
  answerSeen,
  begin,
  effectsIn,
  mails,
  mailSeen,
  nothingUnderWay,
} from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import type { Shop, World } from '../support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false

/** Rejections of one change of key must not be taken for three of them: that is what the spacing is for. */
const environment = { REJECTION_SPACING_MS: '500' }

/** Both sides write, and nobody waits for it to arrive. */
function bothWrite(world: World, shop: Shop, threadId: string, when: string): void {
  world.empik.buyerWrites({ shopId: shop.shopId, threadId, text: `Pytanie ${when}` })
  agentAnswers(world, shop, threadId, `Odpowiedź ${when}`)
}

async function bothArrived(world: World, shop: Shop, threadId: string, when: string): Promise<void> {
  await mailSeen(world, shop, threadId, `Pytanie ${when}`)
  await answerSeen(world, threadId, `Odpowiedź ${when}`)
}

/** A new key in the seller's panel ends the old one at once. */
function newKeyInPanel({ empik }: World, shop: Shop): string {
  const key = randomUUID()
  empik.addKey({ key, shopIds: [shop.shopId] })
  return key
}

await t.test('a new EmpikPlace key, and a new Thulium password, while everybody writes', { skip, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { threadId } = await begin(world, shop)
      bothWrite(world, shop, threadId, 'przed')
      const key = newKeyInPanel(world, shop)
      world.empik.removeKey(shop.apiKey)
      bothWrite(world, shop, threadId, 'przy kluczu')
      t.match(await putKey(world, shop, key), { stored: true })
      await moment()
      await bothArrived(world, shop, threadId, 'przed')
      await bothArrived(world, shop, threadId, 'przy kluczu')

      world.thulium.changeApiUser({ system: shop.tenantId, password: 'nowe-haslo' })
      bothWrite(world, shop, threadId, 'przy haśle')
      await moment()
      t.match(await putPassword(world, shop, 'nowe-haslo'), { stored: true })
      await bothArrived(world, shop, threadId, 'przy haśle')
      await nothingUnderWay(world, shop)

      t.same(mails(world, shop, threadId), ['Pytanie', 'Pytanie przed', 'Pytanie przy kluczu', 'Pytanie przy haśle'])
      t.same(answers(world, threadId), ['Odpowiedź przed', 'Odpowiedź przy kluczu', 'Odpowiedź przy haśle'])
      t.same(await effectsIn(world, shop, ['parked']), [])
      t.match(await statusOf(world, shop), { status: 'running' })
    },
    { environment },
  ),
)

await t.test('what is rejected replaces nothing, and what works goes on', { skip, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { threadId } = await begin(world, shop)
      t.match(await putKey(world, shop, 'nie-ten-klucz'), { stored: false, ok: false })
      const foreign = await world.addShop()
      t.match(await putKey(world, shop, foreign.apiKey), { stored: false, ok: false }, 'nor does another shop’s key')
      t.match(await putPassword(world, shop, 'nie-to-haslo'), { stored: false, ok: false })
      await moment()
      bothWrite(world, shop, threadId, 'potem')
      await bothArrived(world, shop, threadId, 'potem')
      await nothingUnderWay(world, shop)
      t.match(await statusOf(world, shop), { status: 'running' })
      t.notOk((await changesOf(world, shop)).some((what) => what.endsWith('replaced')))
    },
    { environment },
  ),
)

await t.test('an old key that is refused says so, and the new one brings everything', { skip, jobs: 4 }, (t) =>
  inEveryWeather(t, async (t, { world, shop, moment }) => {
    const sibling = await world.addShop({ tenantId: shop.tenantId })
    const { threadId } = await begin(world, shop)
    const other = await begin(world, sibling)
    await nothingUnderWay(world, shop)

    world.empik.removeKey(shop.apiKey)
    bothWrite(world, shop, threadId, 'bez klucza')
    const { health, status } = await untilHealth(world, shop, 'credentials-rejected')
    t.equal(status, 'credentials-rejected')
    t.match(health.reason.pl, /odrzuceniu danych logowania: EmpikPlace\./)
    await moment()
    bothWrite(world, sibling, other.threadId, 'obok')
    await bothArrived(world, sibling, other.threadId, 'obok')
    t.same(answers(world, threadId), [], 'the other shop works on, this one waits')
    t.match(await putKey(world, shop, newKeyInPanel(world, shop)), { stored: true })
    await bothArrived(world, shop, threadId, 'bez klucza')

    world.thulium.changeApiUser({ system: shop.tenantId, password: 'nowe-haslo' })
    bothWrite(world, shop, threadId, 'bez hasła')
    bothWrite(world, sibling, other.threadId, 'bez hasła')
    for (const stopped of [shop, sibling])
      t.match(
        (await untilHealth(world, stopped, 'credentials-rejected')).health.reason.pl,
        /odrzuceniu danych logowania: Thulium\./,
      )
    await moment()
    t.match(await putPassword(world, shop, 'nie-to-haslo'), { stored: false })
    t.match(await statusOf(world, shop), { status: 'credentials-rejected' })
    t.match(await putPassword(world, shop, 'nowe-haslo'), { stored: true })
    await bothArrived(world, shop, threadId, 'bez hasła')
    await bothArrived(world, sibling, other.threadId, 'bez hasła')
    await nothingUnderWay(world, shop)

    t.same(mails(world, shop, threadId), ['Pytanie', 'Pytanie bez klucza', 'Pytanie bez hasła'])
    t.same(answers(world, threadId), ['Odpowiedź bez klucza', 'Odpowiedź bez hasła'])
    t.same(answers(world, other.threadId), ['Odpowiedź obok', 'Odpowiedź bez hasła'])
    t.same(await effectsIn(world, shop, ['parked']), [])
    await until('both to run', async () => {
      const statuses = await Promise.all([shop, sibling].map((one) => statusOf(world, one)))
      return statuses.every((one) => one.status === 'running') || undefined
    })
    t.same(
      (await changesOf(world, shop)).filter((what) => what !== 'settings'),
      [
        'started',
        'stopped-by-rejections',
        'empikplace-key-replaced',
        'started',
        'stopped-by-rejections',
        'thulium-password-replaced',
        'started',
      ],
      'and all of it is on record',
    )
  }),
)
