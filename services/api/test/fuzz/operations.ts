import { z } from 'zod'
import { withOwnResponses } from '../../src/schemas/shared-responses.ts'
import { schema, type Schema } from './schema.ts'

const parameter = z.object({
  in: z.enum(['path', 'query', 'header', 'cookie']),
  name: z.string(),
  required: z.boolean().default(false),
  schema: schema.default({}),
})
const content = z.record(z.string(), z.object({ schema: schema.optional() })).default({})
const operation = z.object({
  operationId: z.string(),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ required: z.boolean().default(false), content }).optional(),
  responses: z.record(z.string(), z.object({ content, headers: z.record(z.string(), z.unknown()).default({}) })),
})
const methods = ['get', 'put', 'post', 'delete', 'patch'] as const
const written = z.object({
  paths: z.record(z.string(), z.partialRecord(z.enum(methods), operation)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
})

const document = z.preprocess(withOwnResponses, written)

export interface Operation {
  id: string
  method: string
  /** With its parameters in braces. */
  path: string
  parameters: z.infer<typeof parameter>[]
  body: { required: boolean; type: string; schema: Schema } | undefined
  /** Media types by status. */
  answers: Map<number, string[]>
  /** Names of headers by status. */
  headers: Map<number, string[]>
}

export interface Contract {
  operations: Operation[]
  schemas: Record<string, Schema>
  /** As it was served, for the validator of answers. */
  source: object
}

/** What the OpenAPI document says of the API, as far as requests are made from it and answers are held against it. */
export function readContract(source: object): Contract {
  const { paths, components } = document.parse(source)
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method): Operation[] => {
      const said = item[method]
      if (!said) return []
      const [first] = Object.entries(said.requestBody?.content ?? {})
      return [
        {
          id: said.operationId,
          method: method.toUpperCase(),
          path,
          parameters: said.parameters,
          body: first && {
            required: said.requestBody?.required === true,
            type: first[0],
            schema: first[1].schema ?? {},
          },
          headers: new Map(
            Object.entries(said.responses).map(([status, { headers }]) => [Number(status), Object.keys(headers)]),
          ),
          answers: new Map(
            Object.entries(said.responses).map(([status, { content }]) => [Number(status), Object.keys(content)]),
          ),
        },
      ]
    }),
  )
  return { operations, schemas: components.schemas, source: z.looseObject({}).parse(withOwnResponses(source)) }
}

/** The operation that a request line means, if any; the router prefers literal parts to parameters, and so does this. */
export function operationAt(operations: readonly Operation[], method: string, target: string): Operation | undefined {
  const given = (target.split(/[?#]/, 1)[0] ?? '').split('/')
  const fits = ({ path }: Operation): boolean => {
    const parts = path.split('/')
    return parts.length === given.length && parts.every((part, place) => part.startsWith('{') || part === given[place])
  }
  const literals = ({ path }: Operation): number => path.split('/').filter((part) => !part.startsWith('{')).length
  return operations
    .filter((one) => one.method === method && fits(one))
    .sort((one, other) => literals(other) - literals(one))[0]
}
