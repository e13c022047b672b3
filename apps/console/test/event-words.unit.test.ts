import { readFile } from 'node:fs/promises'
import { effectKinds, effectTitle } from '@connector/domain/effects'
import { eventTypes, isConversationEvent, type DomainEvent, type EventName } from '@connector/domain/events'
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
