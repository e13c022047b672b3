import type { SwaggerTransform } from '@fastify/swagger'
import type { FastifyContextConfig, FastifySchema } from 'fastify'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import { takesIdempotencyKey } from '../idempotency/route.ts'
import { withConventions } from './conventions.ts'
import { jsonSchemaOverride } from './json-schema.ts'
import { generalProblems, problemResponses } from './problem-responses.ts'
import type { Responses } from './route-schema.ts'

const withoutProblems = createJsonSchemaTransform({ zodToJsonConfig: { override: jsonSchemaOverride } })

/** `problems` of errors/problem.ts stand for what is said in full here. */
const isOfSuccess = ([status]: [string, unknown]): boolean => !/^[45]/.test(status)

const successes = (response: unknown): object =>
  typeof response === 'object' && response !== null
    ? Object.fromEntries(Object.entries(response).filter(isOfSuccess))
    : {}

/** Where a page tells people the same as a problem tells programs, both are in the answer of that status. */
function merged(one: Responses, other: Responses): Responses {
  const responses = { ...one, ...other }
  for (const [status, { description, content }] of Object.entries(other)) {
    const first = one[status]
    if (first)
      responses[status] = {
        description: `${first.description}\n\n${description}`,
        content: { ...first.content, ...content },
      }
  }
  return responses
}

/** Further media types of an answer that a schema checks as JSON. */
const withFurtherTypes = (checked: Record<string, unknown>, unchecked: Responses): Responses =>
  Object.fromEntries(
    Object.entries(unchecked).map(([status, response]): [string, Responses[string]] => {
      const schema = checked[status]
      if (typeof schema !== 'object' || schema === null || !response.content) return [status, response]
      return [status, { ...response, content: { 'application/json': { schema }, ...response.content } }]
    }),
  )

/** The collector would give an answer without content an empty one of JSON. */
const withoutContent = (responses: Responses): Responses =>
  Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      response.content ? response : { ...response, type: 'null' },
    ]),
  )

/** A route that says nothing at all of itself is nobody's business. */
const shown = (schema: FastifySchema | undefined): FastifySchema => schema ?? { hide: true }

const takesInput = ({ params, querystring, headers, body }: FastifySchema): boolean =>
  [params, querystring, headers, body].some((one) => one !== undefined)

/** OpenAPI 3.1 names scopes in the security requirement of any scheme; for one that a value of the query asks for it has no place. */
function accessOf({ scope, furtherScope, needsKey }: FastifyContextConfig = {}): object {
  if (scope === 'public') return { security: [] }
  return {
    security: [{ bearer: scope === undefined || scope === 'any' ? [] : [scope] }],
    ...(furtherScope ? { 'x-further-scope': furtherScope } : {}),
    ...(needsKey ? { 'x-credential': 'key' } : {}),
  }
}

const deprecationOf = ({ deprecated }: FastifyContextConfig = {}): object =>
  deprecated ? { deprecated: true, 'x-sunset': deprecated.sunset, 'x-instead': deprecated.instead } : {}

/** The schemas of a route as JSON Schema, with every problem it can answer. */
export const transformRoute: SwaggerTransform = (route) => {
  const { method, config } = route.route
  const { problems = [], unchecked = {}, response, ...schema } = withConventions(shown(route.schema), route.route)
  const transformed = withoutProblems({ ...route, schema: { ...schema, response: successes(response) } })
  if (transformed.schema.hide) return transformed
  const general = generalProblems({
    method: String([method].flat()[0]),
    url: route.url,
    takesInput: takesIdempotencyKey(route.route) || takesInput(shown(route.schema)),
    isPublic: config?.scope === 'public',
    takesIdempotencyKey: takesIdempotencyKey(route.route),
    needsKey: config?.needsKey === true,
  })
  const { response: answers } = transformed.schema
  const checked: Record<string, unknown> = typeof answers === 'object' && answers !== null ? { ...answers } : {}
  return {
    ...transformed,
    schema: {
      ...transformed.schema,
      ...accessOf(config),
      ...deprecationOf(config),
      response: {
        ...checked,
        ...withoutContent(merged(withFurtherTypes(checked, unchecked), problemResponses([...general, ...problems]))),
      },
    },
  }
}
