import { readFile } from 'node:fs/promises'
import { effectKinds, effectTitle } from '@connector/domain/effects'
import { eventTypes, isConversationEvent, type DomainEvent, type EventName } from '@connector/domain/events'
import t from 'tap'

const page = new URL('../src/screen/', import.meta.url)
const golden = new URL('../../../packages/domain/test/golden/', import.meta.url)

interface Words {
  title: string
  notes: string[]
}
const { eventWords } = (await import(new URL('event-words.js', page).href)) as {
  eventWords: (event: { type: string; data: unknown; about: { pl: string; en: string } | null }) => Words
}
const { chooseLanguage } = (await import(new URL('language.js', page).href)) as {
  chooseLanguage: (language: string) => boolean
}

const ofConversations = (Object.keys(eventTypes) as EventName[]).filter((type) =>
  isConversationEvent({ type, data: {} } as DomainEvent),
)

for (const language of ['pl', 'en'] as const)
  t.test(`every event of a conversation is told in words (${language})`, async (t) => {
    chooseLanguage(language)
    for (const type of ofConversations) {
      const file = new URL(`${type}.v${eventTypes[type].version}.json`, golden)
      const { data } = JSON.parse(await readFile(file, 'utf8')) as { data: unknown }
      const { title, notes } = eventWords({ type, data, about: null })
      t.notMatch(title, type, 'not by its technical name')
      t.notMatch([title, ...notes].join(' '), /\{\w+\}/, 'with all values filled in')
    }
    for (const type of ['EffectParked', 'EffectResolved'])
      for (const kind of effectKinds) {
        const about = effectTitle(kind)
        const { title } = eventWords({ type, data: { effectKey: `${kind}:shop:thread` }, about })
        t.ok(title.toLowerCase().endsWith(`: ${about[language].toLowerCase()}`), title)
        t.notMatch(title, kind)
      }
  })
