import fc from 'fast-check'
import t from 'tap'
import { readableText } from '../src/thulium/records/message-text.ts'
import { parsePhpQuery } from '../src/thulium/model/php-query.ts'
import { RecencyList } from '../src/thulium/systems/recency-list.ts'
import { formatMinute, formatSecond, parseWallTime, toWallTime } from '../src/thulium/model/wall-time.ts'

t.test('the recency list is always what sorting by date would give', (t) => {
  const moves = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 20 }), fc.boolean()))
  fc.assert(
    fc.property(moves, (steps) => {
      const list = new RecencyList<{ id: number; updatedAt: number; turn: number }>()
      const model = new Map<number, { id: number; updatedAt: number; turn: number }>()
      steps.forEach(([id, updatedAt, removes], turn) => {
        const item = { id, updatedAt, turn }
        if (removes) {
          list.remove(id)
          model.delete(id)
        } else {
          list.put(item)
          model.set(id, item)
        }
      })
      const sorted = [...model.values()].sort((a, b) => b.updatedAt - a.updatedAt || b.turn - a.turn)
      t.same([...list], sorted)
      t.equal(list.size, model.size)
    }),
    { numRuns: 60 },
  )
  t.end()
})

t.test('query strings nest as in PHP', (t) => {
  const plain = (text: string): unknown => JSON.parse(JSON.stringify(parsePhpQuery(text)))
  t.same(plain('a=1&a=2&b'), { a: '2', b: '' })
  t.same(plain('s[]=1&s%5B%5D=2'), { s: { 0: '1', 1: '2' } })
  t.same(plain('f[Empik%20ID]=x+y&f[W%C4%85tek][0]=a&f[W%C4%85tek][1]=b'), {
    f: { 'Empik ID': 'x y', Wątek: { 0: 'a', 1: 'b' } },
  })
  t.same(plain('x=%E0%A4%A&__proto__[y]=1'), JSON.parse('{"x":"%E0%A4%A","__proto__":{"y":"1"}}'))
  t.end()
})

t.test('wall time is written and read in the documented forms', (t) => {
  const time = toWallTime(Date.parse('2026-03-29T01:00:00Z'))
  t.equal(formatMinute(time), '2026-03-29 03:00')
  t.equal(formatSecond(toWallTime(Date.parse('2026-03-29T00:59:59Z'))), '2026-03-29 01:59:59')
  t.same(parseWallTime('2026-03-29 03:00'), { time, dateOnly: false })
  t.match(parseWallTime('2026-03-29'), { dateOnly: true })
  for (const wrong of ['', '2026-02-30', '2026-13-01', '2026-03-29 25:00', '29.03.2026', '2026-03-29T03:00:00Z']) {
    t.equal(parseWallTime(wrong), undefined, wrong)
  }
  t.end()
})

t.test('a body is shown as text', (t) => {
  t.equal(readableText('<p>a &amp; b</p><p>c<br/>d</p>'), 'a & b\nc\nd')
  t.equal(
    readableText('<script>x()</script><a href="https://x.example/1">tu</a> &lt;b&gt; &#243;'),
    'tu (https://x.example/1) <b> ó',
  )
  t.end()
})
