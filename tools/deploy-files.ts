import type { z } from 'zod'

const lines = (text: string, width: number): string[] => {
  const wrapped: string[] = []
  for (const word of text.split(' ')) {
    const last = wrapped.at(-1)
    if (last === undefined || last.length + word.length >= width) wrapped.push(word)
    else wrapped[wrapped.length - 1] = `${last} ${word}`
  }
  return wrapped
}

const valueOf = (schema: z.ZodType): string => {
  const given = schema.safeParse(undefined)
  if (!given.success) return ''
  const value: unknown = Array.isArray(given.data) ? given.data.join(',') : (given.data ?? '')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Every setting of the services with its default, all of them commented out: to copy from. */
export function environmentExample(services: Record<string, z.ZodObject>): string {
  const settings = new Map<string, { schema: z.ZodType; services: string[] }>()
  for (const [service, { shape }] of Object.entries(services))
    for (const [name, schema] of Object.entries(shape)) {
      const known = settings.get(name) ?? { schema: schema as z.ZodType, services: [] }
      settings.set(name, { ...known, services: [...known.services, service] })
    }
  const described = [...settings]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, { schema, services }]) => {
      const words = `${schema.description ?? ''} (${services.join(', ')})`
      return [...lines(words, 110).map((line) => `# ${line}`), `#${name}=${valueOf(schema)}`, ''].join('\n')
    })
  return `# Made by \`npm run generate\`: every setting and its default. NAME_FILE may name a file that holds the value of NAME.\n\n${described.join('\n')}`
}

/** The alert rules as the Prometheus operator takes them. */
export const prometheusRule = (alerts: string): string =>
  [
    '# Made of deploy/observe/alerts.yaml by `npm run generate`.',
    'apiVersion: monitoring.coreos.com/v1',
    'kind: PrometheusRule',
    'metadata:',
    '  name: connector',
    'spec:',
    ...alerts
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => `  ${line}`),
    '',
  ].join('\n')
