import t from 'tap'
import { breakingChanges } from '../api-contract/compare/breaking-changes.ts'
import { breaksOfFeed, feedContract } from '../api-contract/compare/breaks-of-feed.ts'
import { contract, type Schema } from '../api-contract/compare/schemas.ts'

interface Parts {
  body?: Schema
  answer?: Schema
  parameters?: { in: string; name: string; required?: boolean; schema: Schema }[]
}

const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })

const withRoute = ({ body, answer = {}, parameters = [] }: Parts) =>
  contract.parse({
    paths: {
      '/shops': {
        post: {
          parameters,
          ...(body ? { requestBody: { required: true, ...json(body) } } : {}),
          responses: { 200: json(answer), 404: {} },
        },
      },
    },
    components: { schemas: { Shop: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } } },
  })

const breaks = (before: Parts, after: Parts): string[] => breakingChanges(withRoute(before), withRoute(after))
const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
})
const text: Schema = { type: 'string' }

await t.test('a route that is gone breaks, a new one does not', (t) => {
  const empty = contract.parse({ paths: {}, components: {} })
  t.same(breakingChanges(withRoute({}), empty), ['POST /shops is gone'])
  t.same(breakingChanges(empty, withRoute({})), [])
  t.end()
})

await t.test('what is asked for may only become less', (t) => {
  const cases: [before: Parts, after: Parts, expected: string[]][] = [
    [{ body: object({}) }, { body: object({ a: text }) }, []],
    [{ body: object({}) }, { body: object({ a: text }, ['a']) }, ['POST /shops: body a is required now']],
    [{}, { body: object({}) }, ['POST /shops: body is required now']],
    [{ body: object({ a: text }, ['a']) }, { body: object({ a: text }) }, []],
    [
      { body: object({ a: text }) },
      { body: { ...object({}), additionalProperties: false } },
      ['POST /shops: body a is gone'],
    ],
    [
      { body: object({ a: { enum: ['x', 'y'] } }) },
      { body: object({ a: { enum: ['y', 'z'] } }) },
      ['POST /shops: body a: no longer "x"'],
    ],
    [
      { body: object({ a: { type: ['string', 'null'] } }) },
      { body: object({ a: text }) },
      ['POST /shops: body a: type no longer "null"'],
    ],
    [
      { parameters: [] },
      { parameters: [{ in: 'query', name: 'q', required: true, schema: text }] },
      ['POST /shops: parameter query q is required now'],
    ],
    [{ parameters: [{ in: 'query', name: 'q', schema: text }] }, {}, ['POST /shops: parameter query q is gone']],
    [{}, { parameters: [{ in: 'query', name: 'q', schema: text }] }, []],
  ]
  for (const [before, after, expected] of cases) t.same(breaks(before, after), expected)
  t.end()
})

await t.test('what is answered may only become more', (t) => {
  const cases: [before: Schema, after: Schema, expected: string[]][] = [
    [object({ a: text }), object({ a: text, b: text }), []],
    [object({ a: text }), object({}), ['POST /shops: 200 a is gone']],
    [object({ a: text }, ['a']), object({ a: text }), ['POST /shops: 200 a may be absent now']],
    [object({ a: text }), object({ a: { type: 'integer' } }), ['POST /shops: 200 a: type now also "integer"']],
    [
      object({ a: text }),
      object({ a: { anyOf: [text, { type: 'null' }] } }),
      ['POST /shops: 200 a: type now also "null"'],
    ],
    [object({ a: { enum: ['x'] } }), object({ a: { enum: ['x', 'y'] } }), []],
    [
      object({ a: { $ref: '#/components/schemas/Shop' } }),
      object({ a: object({}) }),
      ['POST /shops: 200 a id is gone'],
    ],
    [
      object({ a: { type: 'array', items: object({ b: text }) } }),
      object({ a: { type: 'array', items: object({}) } }),
      ['POST /shops: 200 a[] b is gone'],
    ],
  ]
  for (const [answer, now, expected] of cases) t.same(breaks({ answer }, { answer: now }), expected)
  t.end()
})

await t.test('the feed may only say more, and in the same place', (t) => {
  const feed = (payload: Schema, address = 'connector.{tenant}.{integration}.TicketCreated') =>
    feedContract.parse({
      channels: { TicketCreated: { address } },
      components: { messages: { TicketCreated: { payload } } },
    })
  const before = feed(object({ id: text }, ['id']))
  t.same(breaksOfFeed(before, feed(object({ id: text, more: text }, ['id', 'more']))), [])
  t.same(breaksOfFeed(before, feed(object({ id: text }))), ['TicketCreated id may be absent now'])
  t.same(breaksOfFeed(feed(object({ v: { const: 1 } })), feed(object({ v: { const: 1 } }))), [])
  t.same(breaksOfFeed(before, feed(object({ id: text }, ['id']), 'other.TicketCreated')), [
    'TicketCreated is published as other.TicketCreated now',
  ])
  t.same(breaksOfFeed(before, feedContract.parse({ channels: {}, components: { messages: {} } })), [
    'TicketCreated is published no more',
  ])
  t.end()
})
