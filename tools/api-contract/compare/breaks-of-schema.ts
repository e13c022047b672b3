import { isDeepStrictEqual } from 'node:util'
import type { Contract, Schema } from './schemas.ts'

/** What is asked for may only become less, and what is answered only more. */
export type Direction = 'request' | 'answer'

interface Place {
  name: string
  direction: Direction
  before: Contract
  after: Contract
}

const localName = /^#\/components\/schemas\/(.+)$/

function resolve(schema: Schema, { components }: Contract): Schema {
  const name = localName.exec(schema.$ref ?? '')?.[1]
  return name === undefined ? schema : (components.schemas[name] ?? {})
}

const typesOf = ({ type, anyOf, oneOf }: Schema): string[] =>
  [type ?? [], ...[...(anyOf ?? []), ...(oneOf ?? [])].map(typesOf)].flat()

const valuesOf = (schema: Schema): unknown[] | undefined =>
  schema.enum ?? (schema.const === undefined ? undefined : [schema.const])

/** Values that were fine and are not among the others. */
const missing = (some: readonly unknown[], others: readonly unknown[]): unknown[] =>
  some.filter((one) => !others.some((other) => isDeepStrictEqual(one, other)))

const written = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ')

function breaksOfProperties(old: Schema, now: Schema, place: Place): string[] {
  const { name, direction } = place
  const required = new Set(now.required)
  const wasRequired = new Set(old.required)
  const properties = now.properties ?? {}
  const breaks = Object.entries(old.properties ?? {}).flatMap(([property, schema]) => {
    const path = `${name} ${property}`
    const other = properties[property]
    if (!other) return direction === 'answer' || now.additionalProperties === false ? [`${path} is gone`] : []
    const optionalNow = direction === 'answer' && wasRequired.has(property) && !required.has(property)
    return [
      ...(optionalNow ? [`${path} may be absent now`] : []),
      ...breaksOfSchema(schema, other, { ...place, name: path }),
    ]
  })
  const asked = [...required].filter((property) => direction === 'request' && !wasRequired.has(property))
  return [...breaks, ...asked.map((property) => `${name} ${property} is required now`)]
}

export function breaksOfSchema(oldSchema: Schema, newSchema: Schema, place: Place): string[] {
  // Named schemas that contain themselves would never end; ours do not, and both ends would have to.
  const [old, now] = [resolve(oldSchema, place.before), resolve(newSchema, place.after)]
  const { name, direction } = place
  // What callers sent must still be taken; what they read must be among what they knew.
  const [promised, given] = direction === 'request' ? [typesOf(old), typesOf(now)] : [typesOf(now), typesOf(old)]
  const types = given.length === 0 ? [] : missing(promised, given)
  const values = { old: valuesOf(old), now: valuesOf(now) }
  const refused = direction === 'request' && values.now ? missing(values.old ?? [], values.now) : []
  return [
    ...(types.length > 0
      ? [`${name}: type ${direction === 'request' ? 'no longer' : 'now also'} ${written(types)}`]
      : []),
    ...(refused.length > 0 ? [`${name}: no longer ${written(refused)}`] : []),
    ...breaksOfProperties(old, now, place),
    ...(old.items && now.items ? breaksOfSchema(old.items, now.items, { ...place, name: `${name}[]` }) : []),
  ]
}
