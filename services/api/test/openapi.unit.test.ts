import { readFile } from 'node:fs/promises'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import t from 'tap'
import { z } from 'zod'
import { shownDocument } from '../src/reference/document.ts'
import { withOwnResponses } from '../src/schemas/shared-responses.ts'
import { bodyOf } from '../src/reference/example.ts'

const file = new URL('../openapi.json', import.meta.url)
const source = await readFile(file, 'utf8')

/** The button of a page leads back to the page: it has no answer of its own. */
const exceptions = ['operation-2xx-response #/paths/~1add-to-crm~1{token}/post/responses']

await t.test('the document fulfils the strict rules that Redocly recommends', async (t) => {
  const config = await createConfig({ extends: ['recommended-strict'] })
  const problems = await lintFromString({ source, absoluteRef: file.pathname, config })
  const found = problems.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer ?? ''}`)
  t.same(
    found.filter((one) => !exceptions.includes(one)),
    [],
  )
})

interface Schema {
  $ref?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
}

/** Something that shows what a value looks like. */
const shows = ['examples', 'default', 'enum', 'const', 'properties', 'anyOf', '$ref']

const isShown = (schema: Schema): boolean =>
  schema.type === 'boolean' ||
  shows.some((key) => key in schema) ||
  (schema.items !== undefined && isShown(schema.items))

/** Every field that says nothing of itself, by its path. */
const silent = (schema: Schema, path: string): string[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const place = `${path} ${name}`
    const isDescribed = field.description !== undefined || field.$ref !== undefined
    return [
      ...(isDescribed ? [] : [`${place}: no description`]),
      ...(isShown(field) ? [] : [`${place}: no example`]),
      ...silent(field, place),
    ]
  }),
  ...(schema.items ? silent(schema.items, `${path}[]`) : []),
  ...(schema.anyOf ?? []).flatMap((one) => silent(one, path)),
]

const schema = z.custom<Schema>((value) => typeof value === 'object')
const content = z.record(z.string(), z.object({ schema: schema.optional() }))
const written = z.object({
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        summary: z.string(),
        description: z.string(),
        tags: z.array(z.string()).length(1),
        parameters: z
          .array(
            z.object({ name: z.string(), description: z.string().min(1), schema, example: z.unknown().optional() }),
          )
          .default([]),
        requestBody: z.object({ content }).optional(),
        responses: z.record(z.string(), z.object({ description: z.string(), content: content.default({}) })),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), schema) }),
})

const document = z.preprocess(withOwnResponses, written)

await t.test('the example of a body, made of those of its fields, is what the route takes', (t) => {
  const { paths, components } = shownDocument.parse(JSON.parse(source))
  const ajv = new Ajv2020({ strict: false, validateSchema: false })
  addFormats.default(ajv)
  ajv.addSchema(JSON.parse(source) as object, 'api')
  const way = (parts: string[]): string =>
    parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { requestBody }] of Object.entries(operations)) {
      const schema = requestBody?.content['application/json']?.schema
      if (!schema) continue
      const place = way(['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'])
      const validate = ajv.getSchema(`api#/${place}`)
      t.equal(
        validate?.(bodyOf(schema, components.schemas)),
        true,
        `${method} ${path} ${ajv.errorsText(validate?.errors)}`,
      )
    }
  t.end()
})

const access = z.object({ security: z.unknown(), 'x-further-scope': z.unknown().optional() })

await t.test('every route, parameter and field says what it is, with an example', (t) => {
  const { tags, paths, components } = document.parse(JSON.parse(source))
  const names = tags.map(({ name }) => name)
  const quiet = Object.entries(components.schemas).flatMap(([name, one]) => silent(one, name))
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { tags: own, parameters, requestBody, responses }] of Object.entries(operations)) {
      const place = `${method} ${path}`
      t.ok(names.includes(own[0] ?? ''), `${place} is in a group of the document`)
      for (const parameter of parameters)
        if (parameter.example === undefined && !isShown(parameter.schema))
          quiet.push(`${place} ${parameter.name}: no example`)
      for (const { content: types } of [...(requestBody ? [requestBody] : []), ...Object.values(responses)])
        for (const { schema: one } of Object.values(types)) if (one) quiet.push(...silent(one, place))
    }
  t.same(quiet, [])
  t.end()
})

await t.test('who may call a route is in the document, and what more a value of the query asks for', (t) => {
  const { paths } = z.object({ paths: z.record(z.string(), z.record(z.string(), access)) }).parse(JSON.parse(source))
  t.same(paths['/livez']?.['get'], { security: [] })
  t.same(paths['/api/token']?.['post'], { security: [{ bearer: [] }] })
  t.same(paths['/api/tenants/{tenantId}/integrations/{integrationId}']?.['put'], {
    security: [{ bearer: ['config'] }],
    'x-further-scope': { query: 'start', value: 'true', scope: 'operate' },
  })
  t.end()
})

await t.test('whatever fails is answered as a problem with the codes that can occur', (t) => {
  const { paths } = document.parse(JSON.parse(source))
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { responses }] of Object.entries(operations)) {
      t.ok('500' in responses, `${method} ${path} names what nobody expects`)
      for (const [status, { content: types }] of Object.entries(responses))
        if (/^[45]/.test(status))
          t.ok('application/problem+json' in types || 'text/html' in types, `${method} ${path} ${status}`)
    }
  t.end()
})

await t.test('what routes share is written once: problems and headers by reference, and every body as a whole', (t) => {
  const { paths } = z
    .object({
      paths: z.record(
        z.string(),
        z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.looseObject({})) })),
      ),
    })
    .parse(JSON.parse(source))
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { responses, requestBody }] of Object.entries(operations)) {
      for (const [status, response] of Object.entries(responses))
        if (/^[45]/.test(status)) t.same(Object.keys(response), ['$ref'], `${method} ${path} ${status}`)
        else if (status !== '304')
          t.match(response, { headers: { 'x-request-id': { $ref: /headers/ } } }, `${method} ${path}`)
      if (requestBody !== undefined)
        t.match(requestBody, { content: { 'application/json': { example: Object } } }, `${method} ${path} shows a body`)
    }
  t.ok(source.split('\n').length < 30_000, 'the document stays readable')
  t.end()
})
