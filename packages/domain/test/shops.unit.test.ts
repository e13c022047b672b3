import t from 'tap'
import type { IntegrationEvent } from '../src/events/index.ts'
import { assertShopIsFree, assertShopIsIdle, isSameShop, type Neighbour } from '../src/integration/index.ts'
import { settings } from './support/samples.ts'
import { givenIntegration } from './support/scenario.ts'

const shopId = '37001'
const configured = (id = shopId): IntegrationEvent => ({
  type: 'IntegrationConfigured',
  data: { ...settings, shopId: id },
})
const started: IntegrationEvent = { type: 'IntegrationStarted', data: {} }
const stopped = (reason: 'requested' | 'credentials-rejected'): IntegrationEvent => ({
  type: 'IntegrationStopped',
  data: { reason },
})
const deleted: IntegrationEvent = { type: 'IntegrationDeleted', data: {} }
const neighbour = (...events: IntegrationEvent[]): Neighbour => ({
  integrationId: 'sasiad',
  state: givenIntegration(...events.map((event) => ({ at: new Date(0), event }))).state,
})

const refused = { code: 'integration.shop_connected', message: /37001.*integration sasiad/ }

t.test('a shop is the same with zeros in front', (t) => {
  t.ok(isSameShop('37001', '00037001'))
  t.ok(isSameShop('0', '00'))
  t.notOk(isSameShop('37001', '370010'))
  t.notOk(isSameShop('100000000000000001', '100000000000000002'), 'all 18 digits count')
  t.end()
})

t.test('whoever has a shop holds it until he is deleted or takes another', (t) => {
  for (const events of [
    [configured()],
    [configured('037001'), started],
    [configured(), started, stopped('requested')],
    [configured(), started, stopped('credentials-rejected')],
    [configured('1'), configured()],
  ])
    t.throws(() => assertShopIsFree([neighbour(configured('2')), neighbour(...events)], shopId), refused)
  for (const events of [[], [configured(), deleted], [configured(), configured('1')]])
    t.doesNotThrow(() => assertShopIsFree([neighbour(...events)], shopId))
  t.end()
})

t.test('only one that runs, or will by itself, is in the way of a start', (t) => {
  const running = [configured(), started]
  t.throws(() => assertShopIsIdle([neighbour(...running)], shopId), { ...refused, message: /Stop or delete it first/ })
  const rejected = [...running, stopped('credentials-rejected')]
  t.throws(() => assertShopIsIdle([neighbour(...rejected)], shopId), { ...refused, message: /Delete it first/ })
  for (const events of [
    [configured()],
    [...running, stopped('requested')],
    [...running, stopped('requested'), deleted],
  ])
    t.doesNotThrow(() => assertShopIsIdle([neighbour(...events)], shopId))
  t.doesNotThrow(() => assertShopIsIdle([neighbour(configured('1'), started)], shopId))
  t.end()
})
