import { foldedWords, indexedWord } from '@connector/domain/text'
import t from 'tap'
import { wordQueries } from '../src/reads/word-queries.ts'

t.test('a word longer than those of the index is found by its beginning', (t) => {
  const long = 'a1b2c3'.repeat(15)
  const [indexed = ''] = foldedWords(long).map(indexedWord)
  const [query = ''] = wordQueries(long)
  const [, prefix = ''] = /^'(.+)':\*$/.exec(query) ?? []
  t.ok(prefix.length > 0 && indexed.startsWith(prefix), query)
  t.end()
})
