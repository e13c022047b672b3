import { empikThread } from '@connector/contracts'
import t from 'tap'
import { threadFromWire } from '../src/from-wire.ts'

const person = { type: 'CUSTOMER_USER', display_name: 'Anna' }
const at = (id: string, time: string) => ({
  id,
  body: id,
  date_created: `2026-11-02T09:${time}Z`,
  from: person,
  to: [],
  attachments: [],
})

function orderOf(messages: readonly object[]): string[] {
  const thread = {
    id: 't-1',
    topic: { type: 'FREE_TEXT', value: 'Pytanie' },
    date_created: '2026-11-02T09:00:00Z',
    date_updated: '2026-11-02T09:00:00Z',
    messages,
  }
  return threadFromWire(empikThread.parse(thread)).messages.map(({ id }) => id)
}

const first = at('first', '15:04')
const second = at('second', '15:04')
const third = at('third', '15:07')

t.test('messages come oldest first, those of one second in the direction of the list', (t) => {
  t.same(orderOf([first, second, third]), ['first', 'second', 'third'], 'a list that runs forwards')
  t.same(orderOf([third, second, first]), ['first', 'second', 'third'], 'a list that runs backwards')
  t.same(orderOf([second, third, at('zero', '15:01')]), ['zero', 'second', 'third'], 'a list in no order')
  t.same(orderOf([first, second]), ['first', 'second'], 'one second alone')
  t.same(orderOf([]), [])
  t.end()
})
