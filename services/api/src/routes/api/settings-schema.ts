import { integrationSettingsInput, thuliumAccount } from '@connector/domain/settings'
import { z } from 'zod'
import type { App } from '../deps.ts'
import { problems } from '../../errors/problem.ts'
import { field } from '../../schemas/field.ts'

const jsonSchema = (what: string) =>
  field(
    z.record(z.string(), z.unknown()),
    `JSON Schema of ${what}. Each setting has \`pl\` and \`en\`, with \`label\` and \`help\` for people.`,
    { type: 'object', properties: { name: { type: 'string', pl: { label: 'Nazwa', help: 'Dla ludzi.' } } } },
  )

const answer = z.object({
  integration: jsonSchema('the settings of an integration'),
  thulium: jsonSchema('the settings of a Thulium account, without its password'),
})

const schemaOf = (settings: z.ZodType): Record<string, unknown> => z.toJSONSchema(settings, { io: 'input' })

/** `GET /api/settings-schema`: what can be set, with the words for it: for a page of settings, which needs no copy of them. */
export function registerSettingsSchema(app: App): void {
  const document = { integration: schemaOf(integrationSettingsInput), thulium: schemaOf(thuliumAccount) }
  app.get(
    '/api/settings-schema',
    {
      config: { scope: 'any' },
      schema: {
        operationId: 'getSettingsSchema',
        tags: ['Integrations'],
        summary: 'Read what can be set, with its words',
        description: 'For a page of settings: types, limits, defaults, and label and help in both languages.',
        response: { 200: answer, ...problems },
      },
    },
    () => document,
  )
}
