import { breaksOfSchema, type Direction } from './breaks-of-schema.ts'
import type { Contract, Operation } from './schemas.ts'

type Content = Record<string, { schema?: Parameters<typeof breaksOfSchema>[0] | undefined }>

/**
 * What of the old contract a caller could rely on and no longer can, each in a line of its own. Further routes, optional
 * parameters, fields of answers, values in answers and problems are no break: callers are told to expect them.
 */
export function breakingChanges(before: Contract, after: Contract): string[] {
  const inContent = (name: string, old: Content, now: Content, direction: Direction): string[] =>
    Object.entries(old).flatMap(([type, { schema }]) => {
      const other = now[type]
      if (!other) return [`${name}: ${type} is gone`]
      if (!schema || !other.schema) return []
      return breaksOfSchema(schema, other.schema, { name, direction, before, after })
    })

  function inParameters(name: string, old: Operation, now: Operation): string[] {
    const key = (parameter: Operation['parameters'][number]): string => `${parameter.in} ${parameter.name}`
    const known = new Map(old.parameters.map((parameter) => [key(parameter), parameter]))
    const left = new Set(now.parameters.map(key))
    return [
      ...[...known.keys()].filter((one) => !left.has(one)).map((one) => `${name}: parameter ${one} is gone`),
      ...now.parameters.flatMap((parameter) => {
        const one = key(parameter)
        const earlier = known.get(one)
        if (parameter.required && !earlier?.required) return [`${name}: parameter ${one} is required now`]
        const place = { name: `${name}: parameter ${one}`, direction: 'request' as const, before, after }
        return earlier ? breaksOfSchema(earlier.schema, parameter.schema, place) : []
      }),
    ]
  }

  function inOperation(name: string, old: Operation, now: Operation): string[] {
    const body = `${name}: body`
    return [
      ...inParameters(name, old, now),
      ...(now.requestBody?.required && !old.requestBody?.required ? [`${body} is required now`] : []),
      ...(old.requestBody ? inContent(body, old.requestBody.content, now.requestBody?.content ?? {}, 'request') : []),
      ...Object.entries(old.responses)
        .filter(([status]) => !/^[45]/.test(status))
        .flatMap(([status, { content }]) => {
          const other = now.responses[status]
          return other
            ? inContent(`${name}: ${status}`, content, other.content, 'answer')
            : [`${name}: ${status} is gone`]
        }),
    ]
  }

  return Object.entries(before.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, old]) => {
      const name = `${method.toUpperCase()} ${path}`
      const now = after.paths[path]?.[method]
      return now ? inOperation(name, old, now) : [`${name} is gone`]
    }),
  )
}
