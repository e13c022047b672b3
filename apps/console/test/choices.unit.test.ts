import { integrationSettings } from '@connector/domain/settings'
import t from 'tap'
import { z } from 'zod'
import type { Setting } from '../src/fields/schema.ts'
import { en } from '../src/texts/en.ts'
import { pl } from '../src/texts/pl.ts'

const valuesOf = (setting: Setting): string[] => [
  ...(setting.enum ?? []),
  ...Object.values(setting.properties ?? {}).flatMap(valuesOf),
  ...(setting.items ? valuesOf(setting.items) : []),
]

t.test('every value that a setting is chosen from has a name in both languages', (t) => {
  const values = new Set(valuesOf(z.toJSONSchema(integrationSettings, { io: 'input' }) as Setting))
  t.ok(values.size > 20)
  for (const value of values)
    for (const { integrations } of [pl, en]) t.ok(Object.hasOwn(integrations.choices, value), value)
  t.end()
})
