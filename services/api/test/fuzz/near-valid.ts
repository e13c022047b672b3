import fc, { type Arbitrary } from 'fast-check'
import { strangeName, wrongValue } from './wrong.ts'

type Step = string | number

const isTree = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null && !('$raw' in value)

/** The way to every value within another, itself included. */
function places(value: unknown, way: Step[] = []): Step[][] {
  if (!isTree(value)) return [way]
  const steps: [Step, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [way, ...steps.flatMap(([step, one]) => places(one, [...way, step]))]
}

/** A copy that is another at one place; undefined there means gone. */
function changed(value: unknown, [step, ...rest]: Step[], change: (old: unknown) => unknown): unknown {
  if (step === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((one: unknown, place) => (place === step ? changed(one, rest, change) : one))
  const entries = Object.entries(isTree(value) ? value : {})
  return Object.fromEntries(entries.map(([name, one]) => [name, name === step ? changed(one, rest, change) : one]))
}

type Change = (old: unknown) => unknown

const change: Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: wrongValue.map((wrong) => () => wrong) },
  { weight: 1, arbitrary: fc.constant(() => undefined) },
  { weight: 1, arbitrary: fc.constant((old: unknown) => [old]) },
  {
    weight: 1,
    arbitrary: fc.constant((old: unknown) => (Array.isArray(old) ? Array(101).fill(old[0] ?? 'a') : String(old))),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(strangeName, wrongValue).map(
      ([name, wrong]) =>
        (old: unknown) =>
          isTree(old) ? Object.fromEntries([...Object.entries(old), [name, wrong]]) : wrong,
    ),
  },
)

/** What a request consists of before it is written down. */
export interface Parts {
  path: Record<string, unknown>
  query: Record<string, unknown>
  headers: Record<string, unknown>
  /** Undefined for none. */
  body?: unknown
}

const groups = ['path', 'query', 'headers', 'body'] as const

/** Requests that are right but for one place. */
export const nearValid = (valid: Arbitrary<Parts>): Arbitrary<Parts> =>
  fc.tuple(valid, fc.nat(), fc.nat(), change).map(([parts, where, place, change]) => {
    const filled = groups.filter((group) => parts[group] !== undefined && places(parts[group]).length > 1)
    const group = filled[where % filled.length]
    if (group === undefined) return { ...parts, query: { nieznane: 'x' } }
    const ways = places(parts[group]).slice(group === 'body' ? 0 : 1)
    return { ...parts, [group]: changed(parts[group], ways[place % ways.length] ?? [], change) }
  })
