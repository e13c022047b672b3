import { z } from 'zod'

const reference = '#/components/responses/'

const parts = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ responses: z.record(z.string(), z.unknown()).default({}) }),
})
const operation = z.looseObject({ responses: z.record(z.string(), z.unknown()) })
const pointer = z.object({ $ref: z.string() })

/** A document whose answers are written out at every route, for readers that look at single routes. */
export function withOwnResponses(document: unknown): unknown {
  const read = parts.safeParse(document)
  if (!read.success) return document
  const { paths, components } = read.data
  const written = (response: unknown): unknown => {
    const { data } = pointer.safeParse(response)
    return data ? components.responses[data.$ref.slice(reference.length)] : response
  }
  const ofRoute = (said: unknown): unknown => {
    const { data } = operation.safeParse(said)
    if (!data) return said
    const entries = Object.entries(data.responses).map(([status, one]) => [status, written(one)])
    return { ...data, responses: Object.fromEntries(entries) as unknown }
  }
  const entries = Object.entries(paths).map(([path, item]) => [
    path,
    Object.fromEntries(Object.entries(item).map(([method, said]) => [method, ofRoute(said)])),
  ])
  return { ...read.data, paths: Object.fromEntries(entries) as unknown }
}
