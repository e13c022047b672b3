import t from 'tap'
import { shownFileName } from '../src/text/file-name.ts'

await t.test('the name of a file is shown in one line', (t) => {
  for (const [name, shown] of [
    ['zdjęcie (1).PNG', 'zdjęcie (1).PNG'],
    ['a\r\nb\u0000c\u2028d.pdf', 'a b c d.pdf'],
    ['gpj.\u202Eexe', 'gpj.exe'],
    ['a\uD83D.png', 'a\uFFFD.png'],
    [' \n', ''],
    ['👨‍👩‍👧.png', '👨‍👩‍👧.png'],
    [`${'🙂'.repeat(140)}.jpeg`, `${'🙂'.repeat(140)}.jpeg`],
  ] as const)
    t.equal(shownFileName(name), shown)
  t.end()
})

await t.test('a long name is cut between characters and keeps its end', (t) => {
  for (const character of ['🙂', '👨‍👩‍👧', 'ż'.normalize('NFD'), 'a']) {
    const shown = shownFileName(`${character.repeat(5000)}.jpeg`)
    t.match(shown, /….*\.jpeg$/)
    t.equal(shown.replaceAll(character, ''), '….jpeg')
  }
  t.end()
})
