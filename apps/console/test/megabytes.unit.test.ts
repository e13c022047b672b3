import { megabytes } from '@connector/domain/text'
import t from 'tap'
import { megabytesIn } from '../src/texts/megabytes.ts'

// The console takes no code from the domain into the browser.
t.test('the console writes megabytes as comments in the ticket and the panel do', (t) => {
  for (const bytes of [0, 1, 52_429, 400_000, 1_048_576, 6_396_314, 10_485_760, 104_857_600, 2_147_483_648])
    for (const language of ['pl', 'en'] as const)
      t.equal(megabytesIn(bytes, language), megabytes(bytes, language), `${bytes} in ${language}`)
  t.equal(megabytesIn(6_396_314, 'pl'), '6,1')
  t.end()
})
