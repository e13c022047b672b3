import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { orderText } from '../src/tickets/index.ts'
import { orderStateName } from '../src/words/index.ts'
import { order } from './support/samples.ts'

for (const [state, pl, en] of [
  ['WAITING_ACCEPTANCE', 'Przyjęcie w toku', 'Pending acceptance'],
  ['WAITING_DEBIT', 'Obciążenie w trakcie realizacji', 'Payment in progress'],
  ['WAITING_DEBIT_PAYMENT', 'Obciążenie w trakcie realizacji', 'Payment in progress'],
  ['SHIPPING', 'Oczekuje na wysyłkę', 'Awaiting shipment'],
  ['SHIPPED', 'Wysłano', 'Shipped'],
  ['RECEIVED', 'Otrzymano', 'Received'],
  ['REFUNDED', 'Zwrócono', 'Returned'],
  ['REFUSED', 'Odrzucono', 'Rejected'],
  ['CANCELED', 'Anulowano', 'Canceled'],
  ['CLOSED', 'Zamknięto', 'Closed'],
  ['NOWY_STAN', 'NOWY_STAN', 'NOWY_STAN'],
  ['TO_COLLECT', 'TO_COLLECT', 'TO_COLLECT'],
  ['toString', 'toString', 'toString'],
] as const)
  await t.test(`${state} is called “${pl}”`, (t) => {
    t.strictSame(orderStateName(state), { pl, en })
    t.equal(orderText(order({ state, createdAt: undefined }))[1], `Stan: ${pl === state ? state : `${pl} (${state})`}`)
    t.end()
  })

for (const [total, says] of [
  [129.9, 'Razem z dostawą: 129,90 zł'],
  [119.9, 'Razem: 119,90 zł'],
] as const)
  await t.test(`a total of ${total} for products of 119.90 is told as “${says}”`, (t) => {
    t.ok(orderText(order({ total })).includes(says))
    t.end()
  })

/** Where people read Polish. */
const root = new URL('../../../', import.meta.url)
const readByPeople = ['apps', 'packages', 'services']
  .flatMap((floor) => readdirSync(new URL(`${floor}/`, root)).map((name) => `${floor}/${name}/src/`))
  .flatMap((folder) => {
    const url = new URL(folder, root)
    return readdirSync(url, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|js|eta|html)$/.test(file) && !file.endsWith('letter-words.ts'))
      .map((file) => ({ file: `${folder}${file}`, text: readFileSync(new URL(file, url), 'utf8') }))
  })

await t.test('people, conversations and tickets have one name each in Polish', (t) => {
  // Whoever runs the marketplace is the operator; `EmpikPlace` is the system.
  const others = /kupując\w*|\brozm[oó]w\w*|konsultan\w*|\bdo Empiku\b|\bz Empikiem\b/i
  for (const { file, text } of readByPeople) t.notMatch(text, others, file)
  t.ok(readByPeople.length > 100, 'they were found')
  t.end()
})
