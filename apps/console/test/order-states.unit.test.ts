import { readFile } from 'node:fs/promises'
import { namedOrderStates, orderStateName } from '@connector/domain/words'
import t from 'tap'
import { en } from '../src/texts/en.ts'
import { pl } from '../src/texts/pl.ts'

const domain = (language: 'pl' | 'en') =>
  Object.fromEntries(namedOrderStates.map((state) => [state, orderStateName(state)[language]]))

t.test('the console calls a state of an order what the ticket calls it, and knows no others', (t) => {
  t.strictSame(pl.conversations.orderStates, domain('pl'))
  t.strictSame(en.conversations.orderStates, domain('en'))
  t.end()
})

// The sandbox shares no code, so its page is read as text.
t.test('so does the page of the sandbox', async (t) => {
  const page = new URL('../../../packages/sandbox/src/empikplace/page/view-model.ts', import.meta.url)
  const [, table = ''] = /const orderStates: [^{]*\{([^}]*)\}/.exec(await readFile(page, 'utf8')) ?? []
  const rows = [...table.matchAll(/(\w+): '([^']*)'/g)].map(([, state, name]) => [state, name])
  t.strictSame(Object.fromEntries(rows), domain('pl'))
})
