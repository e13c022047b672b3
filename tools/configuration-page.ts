import type { z } from 'zod'

const intro = `# Configuration

Every setting is an environment variable; an empty one counts as not set. A wrong value stops the start with a message that
names it. This page is made from the schemas of the services by \`npm run generate\`.
`

const defaultOf = (schema: z.ZodType): string => {
  const given = schema.safeParse(undefined)
  if (!given.success) return '**required**'
  // A list is written as it is set: with commas.
  const value: unknown = Array.isArray(given.data) ? given.data.join(',') : (given.data ?? '')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === '' ? 'not set' : `\`${text}\``
}

const row = (name: string, schema: z.ZodType): string =>
  `| \`${name}\` | ${defaultOf(schema)} | ${schema.description ?? ''} |`

/** A table per service: name, default, meaning. @param services schemas by heading */
export function configurationPage(services: Record<string, z.ZodObject>): string {
  const sections = Object.entries(services).map(([heading, schema]) =>
    [
      `## ${heading}`,
      '',
      '| variable | default | meaning |',
      '| --- | --- | --- |',
      ...Object.entries(schema.shape)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, field]) => row(name, field as z.ZodType)),
      '',
    ].join('\n'),
  )
  return [intro, ...sections].join('\n')
}
