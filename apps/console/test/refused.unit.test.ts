import t from 'tap'
import { stillWrong } from '../src/fields/refused.ts'

t.test('what was refused is wrong for as long as it stands there', (t) => {
  const errors = { name: 'a', queueId: 'b', 'rules.0.name': 'c', apiKey: 'd' }
  const sent = { shopId: '37001', queueId: 7, rules: [{ name: '' }] }
  t.strictSame(stillWrong(errors, sent, sent), errors)
  t.strictSame(stillWrong(errors, sent, { ...sent, name: 'Sklep' }), { queueId: 'b', 'rules.0.name': 'c', apiKey: 'd' })
  t.strictSame(Object.keys(stillWrong(errors, sent, { ...sent, rules: [{ name: 'Faktury' }] })), [
    'name',
    'queueId',
    'apiKey',
  ])
  t.strictSame(stillWrong(errors, sent, { ...sent, queueId: 8, name: 'S', apiKey: 'k', rules: [] }), {})
  t.end()
})
