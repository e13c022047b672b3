import { equal } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { integrationSettingsInput } from '../src/settings/index.ts'
import { findWords } from '../src/text/find-words.ts'

const found = (text: string, entry: string): boolean => findWords(text, [entry]) !== undefined

for (const [text, entry, why] of [
  ['Składam reklamację', 'reklamacj', 'the beginning of an inflected word'],
  ['SKLADAM REKLAMACJE', 'reklamację', 'neither case nor Polish letters matter'],
  ['Zażółć gęślą jaźń', 'zazolc', 'also ł, which Unicode does not take apart'],
  ['Proszę o fakturę VAT.', 'vat', 'a short word that stands as it is'],
  ['Kubek nie działa!', 'nie dział', 'several words side by side'],
  ['Kubek nie – działa', 'nie działa', 'punctuation between them does not count'],
  ['zwrot/wymiana', 'wymian', 'a slash separates words'],
  ['Zamówienie 81002233445-A', '81002233445', 'numbers are words'],
] as const)
  await t.test(`“${entry}” is in “${text}”: ${why}`, (t) => {
    t.ok(found(text, entry))
    t.end()
  })

for (const [text, entry, why] of [
  ['Kubek jest niebieski', 'nie', 'a short word is no beginning'],
  ['Superreklamacja', 'reklamacj', 'only the beginning of a word counts'],
  ['działa, ale nie zawsze', 'nie działa', 'not side by side'],
  ['Reklamacja', 'reklamację', 'an ending that differs: the setting says to leave endings out'],
  ['…', '!!!', 'nothing to look for'],
  ['', 'reklamacj', 'nothing to look in'],
] as const)
  await t.test(`“${entry}” is not in “${text}”: ${why}`, (t) => {
    t.notOk(found(text, entry))
    t.end()
  })

await t.test('the first of the entries that is found is told', (t) => {
  t.equal(findWords('Zwrot i faktura', ['paczk', 'faktur', 'zwrot']), 'faktur')
  t.end()
})

await t.test('no entry means anything else to the search, and each is found in itself', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'grapheme' }), (entry, around) => {
      const holdsWord = /[\p{L}\p{N}]/u.test(entry.normalize('NFKD'))
      equal(found(`${around} ${entry} ${around}`, entry), holdsWord)
    }),
  )
  t.end()
})

await t.test('the settings take no entry without a letter or digit', (t) => {
  const rule = (textWords: string[]) => ({ id: 'r', name: 'R', when: { textWords }, then: {} })
  const input = { name: 'S', shopId: '1', customerField: 'F', queueId: 1, categoryId: 1 }
  t.ok(integrationSettingsInput.safeParse({ ...input, rules: [rule(['VAT'])] }).success)
  t.notOk(integrationSettingsInput.safeParse({ ...input, rules: [rule(['VAT', '…'])] }).success)
  t.notOk(integrationSettingsInput.safeParse({ ...input, rules: [rule([]), rule([])] }).success, 'ids are distinct')
  t.end()
})
