import { randomUUID } from 'node:crypto'
import { appendAll, type NewEvent } from '@connector/event-log'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { statusOf } from './support/administrator.ts'
import {
  agentAnswers,
  answers,
  answerSeen,
  begin,
  mails,
  nothingUnderWay,
  replies,
  ticketIdOf,
  ticketOf,
} from './support/seen.ts'
import { goesOn, neighbour } from './support/strangers.ts'
import { createWorld } from './support/world.ts'

/** More inputs of the kinds that strangers reported: what is set up in odd ways, and in what order things become visible. */

t.setTimeout(540_000)

const skip = noDatabase ?? false
const hour = 3_600_000

await t.test('inputs of strangers', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  await world.startServices()
  const { empik, thulium } = world

  await t.test('fields that the other side refuses hold up no ticket', async (t) => {
    const shop = await world.addShop()
    thulium.setSwitches(shop.tenantId, { longestCustomerName: 40, longestTicketField: 40, ticketTags: 'rejected' })
    const long = `${'Wołodymyr-'.repeat(30)}Надія ${'😀'.repeat(200)}`
    const customer = { firstname: long, lastname: long, displayName: long }
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: 'Mam długie nazwisko', customer })
    await ticketIdOf(world, shop, threadId)
    await goesOn(t, world, shop, threadId)
  })

  await t.test('the clock of one account changes by minutes, both ways', { jobs: 2 }, async (t) => {
    for (const clockOffsetSeconds of [-420, 780])
      await t.test(String(clockOffsetSeconds), async (t) => {
        const { shop, threadId } = await begin(world)
        thulium.setSwitches(shop.tenantId, { clockOffsetSeconds })
        await goesOn(t, world, shop, threadId)
        thulium.setSwitches(shop.tenantId, { clockOffsetSeconds: 0 })
        await goesOn(t, world, shop, threadId)
      })
  })

  await t.test('what this version cannot read stops one conversation', async (t) => {
    const events: Record<string, Pick<NewEvent, 'type' | 'schemaVersion' | 'data'>> = {
      'a type of later': { type: 'ReplyTranslated', schemaVersion: 1, data: { text: 'Guten Tag' } },
      'a version of later': { type: 'ReplySent', schemaVersion: 99, data: { thuliumMessageId: 1 } },
      'data of another shape': { type: 'MessageReceived', schemaVersion: 2, data: { messageId: 7, body: ['a'] } },
    }
    for (const [name, event] of Object.entries(events))
      await t.test(name, async (t) => {
        const { shop, threadId } = await begin(world)
        const other = await begin(world, shop)
        const streamId = `conversation-${shop.tenantId}-${shop.integrationId}-${threadId}`
        const appendOne = async (): Promise<true | undefined> => {
          const expectedRevision = (await world.log.readStream(streamId)).length - 1
          const { tenantId, integrationId } = shop
          const metadata = { tenantId, integrationId, threadId, correlationId: randomUUID() }
          try {
            await appendAll(world.log, [
              { streamId, expectedRevision, events: [{ id: randomUUID(), ...event, metadata }] },
            ])
            return true
          } catch {
            // The services append at the same time.
            return undefined
          }
        }
        await until('it in the log', appendOne)
        await until(
          'it to be set aside',
          async () =>
            (
              await world.store.db
                .selectFrom('quarantined_streams')
                .selectAll()
                .where('stream_id', '=', streamId)
                .execute()
            )[0],
        )
        empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Stoi' })
        await goesOn(t, world, shop, other.threadId)
        await neighbour(t, world, shop)
        t.notOk(mails(world, shop, threadId).includes('Stoi'))
        t.not((await statusOf(world, shop)).health.level, 'ok', 'and health says so')
      })
  })

  await t.test('the same shop once more, written otherwise', async (t) => {
    const { shop } = await begin(world)
    const create = (shopId: string): Promise<Response> =>
      fetch(`${world.apiUrl}/api/tenants/${shop.tenantId}/integrations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          name: 'Drugi',
          shopId,
          customerField: 'Empik ID',
          queueId: 8,
          categoryId: 13,
          apiKey: shop.apiKey,
        }),
      })
    for (const shopId of [`0${shop.shopId}`, ` ${shop.shopId}`, `${shop.shopId} `, `${shop.shopId}.0`]) {
      const { status } = await create(shopId)
      t.ok(status === 409 || status === 400 || status === 422, `“${shopId}” is answered ${status}`)
    }
    await neighbour(t, world, shop)
  })

  await t.test(
    'the same shop again after it was deleted: its conversations go on, and nothing comes twice',
    async (t) => {
      const { shop, threadId } = await begin(world)
      agentAnswers(world, shop, threadId, 'Z poprzedniej integracji')
      await answerSeen(world, threadId, 'Z poprzedniej integracji')
      const url = `${world.apiUrl}/api/tenants/${shop.tenantId}/integrations`
      const ask = async (method: string, path = '', body?: object): Promise<unknown> => {
        const headers = body && { 'content-type': 'application/json' }
        const answer = await fetch(url + path, { method, ...(headers ? { headers, body: JSON.stringify(body) } : {}) })
        t.ok(answer.ok, `${method} ${path}`)
        return answer.status === 204 ? undefined : answer.json()
      }
      await ask('DELETE', `/${shop.integrationId}`)
      const fields = { customerField: 'Empik ID', queueId: 7, categoryId: 12 }
      const settings = { name: 'Znów', shopId: String(shop.shopId), apiKey: shop.apiKey, ...fields }
      const { integrationId } = z.object({ integrationId: z.string() }).parse(await ask('POST', '', settings))
      await ask('POST', `/${integrationId}/authenticate`)
      await ask('POST', `/${integrationId}/start`)
      empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Po zmianie' })
      const again = { ...shop, integrationId }
      await goesOn(t, world, again, threadId)
      await nothingUnderWay(world, again)
      t.equal(answers(world, threadId).filter((text) => text === 'Z poprzedniej integracji').length, 1)
      t.equal(replies(world, again, threadId).filter((text) => text.includes('Z poprzedniej integracji')).length, 1)
      t.equal(mails(world, again, threadId).filter((text) => text === 'Pytanie').length, 1)
    },
  )

  await t.test('pages in a circle', async (t) => {
    const { shop, threadId } = await begin(world)
    empik.switches.set('pageTokenAtEnd', 'circle')
    t.teardown(() => empik.switches.set('pageTokenAtEnd', 'absent'))
    await goesOn(t, world, shop, threadId)
    await until('it to be told', async () => (await statusOf(world, shop)).sides.empikplace.lastFailure ?? undefined)
  })

  await t.test('what becomes visible late', async (t) => {
    const { shop, threadId } = await begin(world)
    const visibleAfterMs = 20 * hour
    const { shopId } = shop
    empik.operatorWrites({ shopId, threadId, text: 'Wstrzymana w znanej rozmowie', to: 'SHOP', visibleAfterMs })
    const held = empik.buyerWrites({ shopId, text: 'Wstrzymana w nowej', visibleAfterMs })
    await neighbour(t, world, shop)
    world.clock.moveTo(new Date(world.clock.now().getTime() + 19 * hour))
    await neighbour(t, world, shop)
    t.equal(ticketOf(world, shop, held.threadId), undefined)
    world.clock.moveTo(new Date(world.clock.now().getTime() + 2 * hour))
    await neighbour(t, world, shop)
    world.clock.moveTo(new Date(world.clock.now().getTime() + 7 * hour))
    await ticketIdOf(world, shop, held.threadId)
    await until('it in its ticket', () =>
      mails(world, shop, threadId).some((text) => text.includes('Wstrzymana w znanej rozmowie')) ? true : undefined,
    )
    await goesOn(t, world, shop, held.threadId)
    t.equal(answers(world, threadId).length, 0)
  })
})
