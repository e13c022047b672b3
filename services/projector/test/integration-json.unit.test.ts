import { emptyIntegration, type IntegrationState } from '@connector/domain/integration'
import { integrationSettings } from '@connector/domain/settings'
import t from 'tap'
import { integrationFromJson, integrationToJson } from '../src/projection/integration-json.ts'

const at = new Date('2026-03-01T10:00:00.000Z')

/** All there can be: the compiler wants a field that comes to a state here too. */
const everything: Required<IntegrationState> = {
  settings: integrationSettings.parse({
    name: 'Sklep',
    shopId: '37001',
    customerField: 'Empik ID',
    queueId: 7,
    categoryId: 12,
  }),
  status: 'running',
  statusSince: at,
  startedAt: at,
  deletedAt: at,
  clockOffsetMs: -120,
  shopName: 'Sklep Pokazowy',
  authenticated: { empikplace: true, thulium: false },
  unreadable: new Set(['a', 'b']),
  rejections: {
    empikplace: { count: 0 },
    thulium: { count: 2, lastAt: at, message: 'No', operation: 'poll' },
  },
  missingFields: [{ of: 'ticket', name: 'EmpikPlace wątek', since: at }],
}

const stored = (state: IntegrationState): unknown => JSON.parse(JSON.stringify(integrationToJson(state)))

t.test('a state is read from its row as it was written', (t) => {
  t.same(integrationFromJson(stored(everything)), everything)
  t.end()
})

t.test('what a state has not yet is not there, not undefined', (t) => {
  t.strictSame(integrationFromJson(stored(emptyIntegration)), emptyIntegration)
  t.end()
})
