import { eventTexts, type EventTexts } from '../apps/console/src/texts/event-texts.ts'

type Catalogue = { [key: string]: string | Catalogue }

const inLanguage = (texts: EventTexts, language: 'pl' | 'en'): Catalogue =>
  Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value.pl === 'string' && typeof value.en === 'string'
        ? { pl: value.pl, en: value.en }[language]
        : inLanguage(value as EventTexts, language),
    ]),
  )

/** The words for events, a catalogue of each language, by path from the root. */
export const eventCatalogues = (): [path: string, text: string][] =>
  (['pl', 'en'] as const).map((language) => [
    `apps/console/src/texts/${language}-events.generated.ts`,
    `/** Generated from event-texts.ts. Do not edit: npm run generate. */\n\nexport const events = ${JSON.stringify(
      inLanguage(eventTexts, language),
      null,
      2,
    )}\n`,
  ])
