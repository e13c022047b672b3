import fc, { type Arbitrary } from 'fast-check'
import type { Schema } from './schema.ts'

/** Values that lead somewhere, by the name of the field; taken most of the time. */
export type Known = (name: string) => readonly string[]

/** Strings are this long at most, unless the longest is meant; requests of some hundred bytes find most of the faults. */
const usualLength = 40

const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

const byFormat: Record<string, Arbitrary<string>> = {
  uuid: fc.uuid(),
  email: fc.emailAddress({ size: 'small' }),
  date: instant.map((time) => time.slice(0, 10)),
  'date-time': instant,
  uri: fc.webUrl({ size: 'small' }),
}

/** Undefined where fast-check cannot make strings of a pattern, as of one that looks ahead. */
function byPattern(pattern: string): Arbitrary<string> | undefined {
  try {
    return fc.stringMatching(new RegExp(pattern), { size: 'small' })
  } catch {
    return undefined
  }
}

function text({ format, pattern, minLength = 0, maxLength = Infinity }: Schema): Arbitrary<string> {
  const shaped = byFormat[format ?? ''] ?? (pattern === undefined ? undefined : byPattern(pattern))
  if (shaped) return shaped
  const usual = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, usualLength)) }
  return fc.oneof(
    { weight: 8, arbitrary: fc.string(usual) },
    {
      weight: 4,
      arbitrary: fc.string({ ...usual, unit: 'grapheme-composite' }).filter((made) => made.length <= maxLength),
    },
    ...(maxLength === Infinity ? [] : [{ weight: 1, arbitrary: fc.constant('ż'.repeat(maxLength)) }]),
  )
}

function whole({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): Arbitrary<number> {
  const min = minimum ?? (exclusiveMinimum === undefined ? Number.MIN_SAFE_INTEGER : exclusiveMinimum + 1)
  const max = maximum ?? (exclusiveMaximum === undefined ? Number.MAX_SAFE_INTEGER : exclusiveMaximum - 1)
  return fc.oneof(
    fc.integer({ min, max: Math.min(max, min + 1_000) }),
    fc.integer({ min, max }),
    fc.constantFrom(min, max),
  )
}

/** Values that a schema allows. */
export function validValue(schema: Schema, schemas: Record<string, Schema>, known: Known): Arbitrary<unknown> {
  const within = (one: Schema): Arbitrary<unknown> => validValue(one, schemas, known)

  function object({ properties = {}, required = [] }: Schema): Arbitrary<unknown> {
    const fields = Object.entries(properties).map(([name, one]) => [name, orKnown(known(name), within(one))] as const)
    const needed = fc.record(Object.fromEntries(fields.filter(([name]) => required.includes(name))))
    const rest = fields.filter(([name]) => !required.includes(name))
    // With each left out half of the time, large settings would nearly always be refused for one of their many parts.
    const some = fc.subarray(rest, { maxLength: Math.min(rest.length, 4) })
    const optional = some.chain((chosen) => fc.record(Object.fromEntries(chosen)))
    return fc.tuple(needed, optional).map((parts) => Object.assign({}, ...parts) as unknown)
  }

  function plain(one: Schema): Arbitrary<unknown> {
    const { $ref, anyOf = one.oneOf, type, items = {}, minItems = 0, maxItems = Infinity } = one
    if ($ref !== undefined) return within(schemas[$ref.split('/').at(-1) ?? ''] ?? {})
    if (anyOf) return fc.oneof(...anyOf.map(within))
    if ('const' in one && one.const !== undefined) return fc.constant(one.const)
    if (one.enum) return fc.constantFrom(...one.enum)
    if (Array.isArray(type)) return fc.oneof(...type.map((each) => plain({ ...one, type: each })))
    if (type === 'object') return object(one)
    if (type === 'array')
      return fc.array(within(items), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) })
    if (type === 'string') return text(one)
    if (type === 'integer') return whole(one)
    if (type === 'number') return fc.oneof(whole(one), fc.double({ noNaN: true, noDefaultInfinity: true }))
    if (type === 'boolean') return fc.boolean()
    if (type === 'null') return fc.constant(null)
    return fc.jsonValue({ maxDepth: 2 })
  }

  return schema.examples && schema.examples.length > 0
    ? fc.oneof(fc.constantFrom(...schema.examples), plain(schema))
    : plain(schema)
}

/** Mostly what is known to lead somewhere. */
export const orKnown = (known: readonly string[], made: Arbitrary<unknown>): Arbitrary<unknown> =>
  known.length === 0
    ? made
    : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made })
