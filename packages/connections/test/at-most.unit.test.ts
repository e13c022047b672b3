import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import t from 'tap'

await t.test('a cache of so many entries at most forgets the one that was not asked for the longest', (t) => {
  const cache = new LRUCache<string, number>(atMost(2))
  cache.set('a', 1)
  cache.set('b', 2)
  cache.get('a')
  cache.set('c', 3)
  t.same(
    ['a', 'b', 'c'].map((name) => cache.get(name)),
    [1, undefined, 3],
  )
  for (let number = 0; number < 1_000; number++) cache.set(String(number), number)
  t.equal(cache.size, 2)
  t.end()
})
