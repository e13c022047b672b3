import t from 'tap'
import { messageText, readReply } from '../src/mail/index.ts'

t.test('what a browser shows nothing of is left out, and told', (t) => {
  for (const hidden of [
    '<template>x</template>',
    '<iframe src="https://example.com">x</iframe>',
    '<video src="https://example.com/x.mp4">x</video>',
    '<p style="position:absolute;left:-9999px">x</p>',
    '<p style="position: absolute; clip: rect(0 0 0 0)">x</p>',
    '<div style="text-indent:-9999px">x</div>',
  ])
    t.match(readReply(`${hidden}<p>A</p>`), { text: 'A', leftOut: [{ kind: 'hidden' }] }, hidden)
  t.equal(readReply('<input type="hidden" value="x"><p>A</p>').text, 'A')
  t.equal(readReply('<div style="text-indent:-12px">A</div>').text, 'A', 'a hanging line is seen')
  t.equal(messageText('pole <input> i lista <select> nie działają'), 'pole <input> i lista <select> nie działają')
  t.end()
})

t.test('entities that were escaped once more are characters, with and without tags', (t) => {
  for (const [body, text] of [
    ['50 z&amp;#322;', '50 zł'],
    ['<p>50 z&amp;#x142; &amp;lt; 60</p>', '50 zł < 60'],
    ['R&amp;amp;D', 'R&D'],
    ['&amp;amp;lt;', '<'],
    ['a&amp;b=1;', 'a&b=1;'],
    ['Kowalski &amp; Syn; Nowak', 'Kowalski & Syn; Nowak'],
  ] as const) {
    t.equal(messageText(body), text)
    t.equal(readReply(body).text, text)
  }
  t.end()
})

t.test('marks of direction are gone where no letter runs from right to left, the Arabic one and isolates too', (t) => {
  t.equal(messageText('Numer: \u2066601 222 333\u2069, \u061C12-345'), 'Numer: 601 222 333, 12-345')
  t.equal(messageText('שלום \u200E601\u200E'), 'שלום \u200E601\u200E')
  t.end()
})

const quoted = '> Gdzie jest paczka?\n> Anna'
for (const header of [
  '2026年11月2日(月) 10:15 Anna <anna@example.com>:',
  'po 2. 11. 2026 v 10:15 odesílatel Anna Testowa <anna@example.com> napsal:',
  '2026-11-02, pr, 10:15 Anna Testowa <anna@example.com> rašė:',
  'În lun., 2 nov. 2026 la 10:15, Anna Testowa <anna@example.com> a scris:',
  'Anna Testowa <anna@example.com> ezt írta (időpont: 2026. nov. 2., H, 10:15):',
  'Στις Δευ 2 Νοε 2026 στις 10:15 π.μ., ο χρήστης Anna Testowa <anna@example.com> έγραψε:',
  'Anna Testowa <anna@example.com> 于2026年11月2日周一 10:15写道：',
  'Il giorno lun 2 nov 2026 alle ore\n10:15 Anna Testowa <anna@example.com>\nha scritto:',
])
  t.test(`a header in a language nobody listed: ${header.slice(0, 30)}`, (t) => {
    t.equal(readReply(`Dzień dobry, paczka jedzie.\n\n${header}\n${quoted}`).text, 'Dzień dobry, paczka jedzie.')
    t.end()
  })

for (const mail of [
  'Dear Anna,\n\nFrom: Warehouse Ltd\nTo: Anna Testowa\nSent: 12.11.2026\nTracking: 00123\n\nPlease check. Regards',
  'Godziny otwarcia magazynu:\nOd: 8:00\nDo: 16:00\nTemat zgłoszenia: zwrot\nData: 12.11.2026 10:15\n\nZapraszamy.',
  'Zapytaliśmy kuriera.\n\nDnia 2.11.2026 o 10:15 kurier (biuro@kurier.example) napisał:\nPaczka będzie jutro.\n\nPrzepraszamy.',
  'Opcje:\n\n-- wymiana\n-- zwrot\n\nProszę wybrać.',
  'Kroki:\n> Ustawienia\n> Zwroty\nProszę spróbować.',
])
  t.test(`the agent’s own words stay: ${mail.slice(0, 30)}`, (t) => {
    t.equal(readReply(mail).text, mail)
    t.end()
  })
