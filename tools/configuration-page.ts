import type { z } from 'zod'
import { settingsList } from './settings-list.ts'

const intro = `# Configuration

Services are configured by environment variables; an empty one counts as not set, and \`NAME_FILE\` may name a file that holds
the value of \`NAME\`. A wrong value stops the start with a message that names it. [An integration](#an-integration) has settings of its own, which an administrator chooses. This page is made from
the schemas in the code by \`npm run generate\`.
`

const ofIntegrations = `## An integration

The body of \`PUT /api/tenants/{tenant}/integrations/{integration}\`; \`POST …/integrations\` takes the same with \`apiKey\`. What is left out
has its default. Nothing else is taken, and every change is on record (\`GET …/changes\`). \`[]\` stands for each item of a list.
`

const defaultOf = (schema: z.ZodType): string => {
  const given = schema.safeParse(undefined)
  if (!given.success) return '**required**'
  // A list is written as it is set: with commas.
  const value: unknown = Array.isArray(given.data) ? given.data.join(',') : (given.data ?? '')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === '' ? 'not set' : `\`${text}\``
}

const item = (name: string, schema: z.ZodType): string =>
  `- \`${name}\` (${defaultOf(schema)}): ${schema.description ?? ''}`

/**
 * A list per service: name, default, meaning; then the settings of an integration. Lists, because a table of such texts
 * is wider than a screen.
 * @param services schemas by heading
 */
export function configurationPage(services: Record<string, z.ZodObject>, integration: z.ZodType): string {
  const sections = Object.entries(services).map(([heading, schema]) =>
    [
      `## ${heading}`,
      '',
      ...Object.entries(schema.shape)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, field]) => item(name, field as z.ZodType)),
      '',
    ].join('\n'),
  )
  return [intro, ...sections, ofIntegrations, settingsList(integration), ''].join('\n')
}
