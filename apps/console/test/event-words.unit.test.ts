import { readFile } from 'node:fs/promises'
import { effectKinds, effectTitle } from '@connector/domain/effects'
import { eventTypes, isConversationEvent, type DomainEvent, type EventName } from '@connector/domain/events'
import { readers, type Readers } from '@connector/domain/words'
import t from 'tap'
import { createTranslator } from 'use-intl/core'
import { eventWords } from '../src/conversations/event-words.ts'
import '../src/texts/language.ts'
import { en } from '../src/texts/en.ts'
import { pl } from '../src/texts/pl.ts'

const golden = new URL('../../../packages/domain/test/golden/', import.meta.url)

const ofConversations = (Object.keys(eventTypes) as EventName[]).filter((type) =>
  isConversationEvent({ type, data: {} } as DomainEvent),
)

const bare = {
  recordedAt: '2026-03-02T08:15:00.000Z',
  actor: null,
  causedBy: null,
  by: null,
  readers: null,
  effects: [],
}

const catalogues: Record<string, typeof pl> = { pl, en }

for (const [locale, messages] of Object.entries(catalogues))
  t.test(`every event of a conversation is told in words (${locale})`, async (t) => {
    const language = locale === 'pl' ? 'pl' : 'en'
    const words = createTranslator({ locale: language, messages, namespace: 'events' })
    for (const type of ofConversations) {
      const file = new URL(`${type}.v${eventTypes[type].version}.json`, golden)
      const { data } = JSON.parse(await readFile(file, 'utf8')) as { data: Record<string, unknown> }
      const { title, notes } = eventWords({ ...bare, type, data, about: null }, '', words)
      t.notMatch(title, type, 'not by its technical name')
      t.notMatch([title, ...notes].join(' '), /\{\w+\}|events\./, 'with all values filled in')
    }
    for (const type of ['EffectParked', 'EffectResolved'])
      for (const kind of effectKinds) {
        const about = effectTitle(kind)
        const data = { effectKey: `${kind}:shop:thread` }
        const { title } = eventWords({ ...bare, type, data, about }, about[language], words)
        t.ok(title.toLowerCase().endsWith(`: ${about[language].toLowerCase()}`), title)
        t.notMatch(title, kind)
      }
  })

for (const [locale, messages] of Object.entries(catalogues)) {
  const words = createTranslator({ locale: locale === 'pl' ? 'pl' : 'en', messages, namespace: 'events' })
  const { unknown: sentToNobodyKnown, ...sentTo } = messages.events.fileSent
  const titleOf = (type: EventName, data: Record<string, unknown>, whom: Readers | null = null): string => {
    const { title, notes } = eventWords({ ...bare, type, data, about: null, readers: whom }, '', words)
    return [title, ...notes].join(' · ')
  }

  t.test(`a file that was sent names those who got it, and nobody where they are not known (${locale})`, (t) => {
    const data = { direction: 'to-empikplace', name: 'faktura.pdf' }
    for (const whom of readers)
      t.equal(titleOf('AttachmentRelayed', data, whom), sentTo[whom].replace('{name}', 'faktura.pdf'))
    t.equal(titleOf('AttachmentRelayed', data), sentToNobodyKnown.replace('{name}', 'faktura.pdf'))
    t.match(sentTo.operator, /operator/)
    t.notMatch(sentTo.operator + sentToNobodyKnown, /klient|customer/)
    t.match(sentTo.everyone, /(klientowi|customer).*operator/)
    t.end()
  })

  t.test(`every reason has words of its own, and one that is not known is not told as another (${locale})`, (t) => {
    const { reason: fileReasons, direction } = eventTypes.AttachmentUnavailable.schema.shape
    const neutral = messages.events.fileWhy.unknown
    for (const way of direction.options) {
      const told = [...fileReasons.options, 'new-reason'].map((reason) =>
        titleOf('AttachmentUnavailable', { name: 'a.pdf', direction: way, reason }),
      )
      t.equal(
        told.findIndex((text) => text.endsWith(neutral)),
        fileReasons.options.length,
        told.join('\n'),
      )
      t.equal(new Set(told).size, told.length)
    }
    const gone = { name: 'a.pdf', direction: 'to-empikplace', reason: 'gone' }
    t.notMatch(titleOf('AttachmentUnavailable', gone), /EmpikPlace/, 'a file of the console was never there')
    for (const [type, place] of [
      ['ReplyRefused', 'refused'],
      ['AutoReplySkipped', 'auto'],
    ] as const) {
      const reasons: readonly string[] = eventTypes[type].schema.shape.reason.options
      const told = reasons.map((reason) => titleOf(type, { reason }))
      t.equal(new Set(told).size, reasons.length)
      t.notOk(told.includes(messages.events[place].unknown), told.join('\n'))
      t.equal(titleOf(type, { reason: 'new-reason' }), messages.events[place].unknown)
    }
    t.end()
  })
}

t.test('a closed ticket is asked open for a message of whoever wrote it, the operator perhaps', (t) => {
  for (const { events } of Object.values(catalogues)) t.notMatch(events.ticket.closed, /klient|customer|operator/i)
  t.end()
})
