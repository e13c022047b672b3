import fc, { type Arbitrary } from 'fast-check'
import { spoils } from './hostile.ts'
import { nearValid, type Parts } from './near-valid.ts'
import type { Contract, Operation } from './operations.ts'
import { writeRequest, type FuzzRequest } from './request.ts'
import { orKnown, validValue, type Known } from './valid.ts'

/** Who asks, by the name of the credential. Only the operator may see what is not the tenant's own. */
const callers = (operation: Operation): Arbitrary<string | undefined> =>
  fc.oneof(
    { weight: operation.path.includes('{tenantId}') ? 16 : 4, arbitrary: fc.constant('mine.admin') },
    { weight: operation.path.includes('{tenantId}') ? 4 : 16, arbitrary: fc.constant('operator') },
    {
      weight: 4,
      arbitrary: fc.constantFrom('mine.token', 'mine.config', 'mine.status:read', 'mine.operate', 'theirs.admin'),
    },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )

function partsOf(operation: Operation, { schemas }: Contract, known: Known): Arbitrary<Parts> {
  const place = (where: 'path' | 'query' | 'header') => {
    const here = operation.parameters.filter((one) => one.in === where)
    const values = here.map(
      ({ name, schema }) => [name, orKnown(known(name), validValue(schema, schemas, known))] as const,
    )
    const requiredKeys = here.filter(({ required }) => required).map(({ name }) => name)
    return fc.record<Record<string, unknown>>(Object.fromEntries(values), { requiredKeys })
  }
  const { body } = operation
  const given = body && validValue(body.schema, schemas, known)
  return fc
    .tuple(place('path'), place('query'), place('header'), given ?? fc.constant(undefined))
    .map(([path, query, headers, body]) => ({ path, query, headers, body }))
}

/** Requests of one operation: as many valid as near-valid and hostile ones. */
function requestsOf(operation: Operation, contract: Contract, known: Known): Arbitrary<FuzzRequest> {
  const valid = partsOf(operation, contract, known)
  const written = (kind: 'valid' | 'near-valid', parts: Arbitrary<Parts>): Arbitrary<FuzzRequest> =>
    fc.tuple(parts, callers(operation)).map(([made, caller]) => writeRequest(operation, kind, made, caller))
  const hostile = fc
    .tuple(written('valid', valid), fc.constantFrom(...spoils))
    .map(([request, { name, spoil }]): FuzzRequest => ({ ...spoil(request), kind: 'hostile', note: name }))
  return fc.oneof(written('valid', valid), written('near-valid', nearValid(valid)), hostile)
}

/** The same for a text on every machine (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const one of text) hash = Math.imul(hash ^ (one.codePointAt(0) ?? 0), 0x01000193)
  return hash | 0
}

/**
 * The same requests for the same seed and document, whatever other operations there are: so one of them can be run alone.
 * @param known names of values that exist, by operation and field
 */
export function generate(
  contract: Contract,
  { seed, count, known }: { seed: number; count: number; known: (operation: string) => Known },
): FuzzRequest[] {
  const each = Math.ceil(count / contract.operations.length)
  const lanes = contract.operations.map((operation) =>
    fc.sample(requestsOf(operation, contract, known(operation.id)), {
      seed: seed ^ hashOf(operation.id),
      numRuns: each,
    }),
  )
  // In turns, so that operations find what others have left.
  return Array.from({ length: each }, (_, turn) => lanes.flatMap((lane) => lane.slice(turn, turn + 1))).flat()
}
