import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import t from 'tap'
import { empikPlaceDemo, empikPlaceDemoSeed } from '../src/index.ts'
import { multipart, readReply, startSandbox, toCustomer } from './empikplace-fixture.ts'
import type { Created, Fixture, Reply, ThreadPage } from './empikplace-fixture.ts'

type Schema = { $ref?: string; type?: string | string[]; properties?: Record<string, Schema> }
type Media = { schema: Schema }
type Operation = { responses: Record<string, { content?: Record<string, Media> }> }
type OpenApi = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } }

const file = join(import.meta.dirname, '../../../../shared/reference/openapi/mirakl-mmp-seller-openapi.json')
const skip = existsSync(file) ? false : 'the published OpenAPI is not beside the project (../shared/reference/openapi)'

/**
 * The published document knows no null at all, yet its own texts and examples have nulls in these places ("Null when the
 * shop has replied", addresses before shipping, `suspension_type`, tracking and reason fields).
 */
const nullable: Record<string, string[]> = {
  M10_Response_200_Metadata: ['shop_reply_needed_since'],
  M11_Response_200_Data_Metadata: ['shop_reply_needed_since'],
  A01_Response_200: ['suspension_type'],
  OR11_Response_200_Orders_Customer: ['billing_address', 'shipping_address'],
  OR11_Response_200_Orders: [
    ...['order_state_reason_code', 'order_state_reason_label'],
    ...['shipping_company', 'shipping_tracking', 'shipping_tracking_url'],
  ],
  OR11_Response_200_Orders_OrderLines: ['order_line_state_reason_code', 'order_line_state_reason_label'],
}

function loadValidator() {
  const document = JSON.parse(readFileSync(file, 'utf8')) as OpenApi
  const { schemas } = document.components
  for (const [name, fields] of Object.entries(nullable)) {
    for (const field of fields) {
      const properties = schemas[name]?.properties
      const schema = properties?.[field]
      if (!properties || !schema) throw new Error(`${name}.${field} is not in the published document`)
      properties[field] = { anyOf: [schema, { type: 'null' }] } as Schema
    }
  }
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  for (const format of ['int32', 'int64', 'with decimals']) ajv.addFormat(format, true)
  ajv.addSchema({ $id: 'openapi', components: document.components })
  return (method: string, path: string, status: number, reply: Reply): string => {
    if (reply.status !== status) return `status ${reply.status}: ${reply.text.slice(0, 200)}`
    const media = document.paths[path]?.[method]?.responses[String(status)]?.content?.['application/json']
    if (!media) return `the document has no ${method} ${path} ${status}`
    const schema = JSON.parse(JSON.stringify(media.schema).replaceAll('"#/', '"openapi#/')) as Schema
    const validate = ajv.compile(schema)
    return validate(reply.json()) ? '' : ajv.errorsText(validate.errors)
  }
}

async function startDemo(test: Parameters<typeof startSandbox>[0]) {
  const fixture = await startSandbox(test, empikPlaceDemoSeed())
  const authorization = empikPlaceDemo.apiKey
  const at = (path: string) => `${fixture.url}${path}${path.includes('?') ? '&' : '?'}shop_id=${empikPlaceDemo.shopId}`
  const get: Fixture['get'] = async (path) => readReply(await fetch(at(path), { headers: { authorization } }))
  const post = async (path: string, form: FormData) =>
    readReply(await fetch(at(path), { method: 'POST', body: form, headers: { authorization } }))
  return { ...fixture, get, post }
}

t.test('every answer has the shape of the published OpenAPI', { skip }, async (t) => {
  const problems = loadValidator()
  const { get, sandbox } = await startDemo(t)
  const valid = (what: string, found: string) => t.equal(found, '', what)

  valid('A01', problems('get', '/api/account', 200, await get('/api/account')))
  valid('PC01', problems('get', '/api/platform/configuration', 200, await get('/api/platform/configuration')))
  valid('RE01', problems('get', '/api/reasons', 200, await get('/api/reasons')))
  t.equal((await get('/api/version')).status, 200, 'V01 (the document gives it no body)')
  valid('OR11', problems('get', '/api/orders', 200, await get('/api/orders?max=100')))
  for (const query of ['', '?with_messages=true', '?limit=2&with_messages=true']) {
    valid(`M11 ${query}`, problems('get', '/api/inbox/threads', 200, await get(`/api/inbox/threads${query}`)))
  }
  const { data } = (await get('/api/inbox/threads?limit=100')).json() as ThreadPage
  t.ok(data.length >= 10)
  for (const { id } of data) {
    const answer = await get(`/api/inbox/threads/${id}`)
    valid(`M10 ${id}`, problems('get', '/api/inbox/threads/{thread_id}', 200, answer))
  }
  sandbox.switches.patch({ unknownFields: true, newEnumValues: true })
  const odd = await get('/api/inbox/threads?with_messages=true')
  valid('M11 with novelties', problems('get', '/api/inbox/threads', 200, odd))
})

t.test('every write answers in the shape of the published OpenAPI', { skip }, async (t) => {
  const problems = loadValidator()
  const { post } = await startDemo(t)
  const topic = { type: 'FREE_TEXT', value: 'Pytanie' }
  const start = multipart('thread_input', { body: 'Dzień dobry', to: ['CUSTOMER'], topic })
  const started = await post('/api/orders/81002233445-A/threads', start)
  t.equal(problems('post', '/api/orders/{order_id}/threads', 201, started), '', 'OR43')
  const { thread_id: threadId } = started.json() as Created
  const reply = multipart('message_input', { body: 'Dzień dobry', to: toCustomer })
  const replied = await post(`/api/inbox/threads/${threadId}/message`, reply)
  t.equal(problems('post', '/api/inbox/threads/{thread_id}/message', 201, replied), '', 'M12')
  const asked = { body: 'Dzień dobry', entity: { type: 'SELLER_OPERATOR' }, topic }
  const opened = await post('/api/inbox/threads', multipart('thread_input', asked))
  t.equal(problems('post', '/api/inbox/threads', 201, opened), '', 'M14')
})

t.test('the demo shop has one of each kind of conversation', async (t) => {
  const { get } = await startDemo(t)
  const { data } = (await get('/api/inbox/threads?with_messages=true')).json() as ThreadPage
  const text = JSON.stringify(data)
  for (const part of ['MMP_ORDER', 'MMP_OFFER', 'SELLER_OPERATOR', 'MPS_ORDER', 'MPS_SERVICE', '<2 mm', 'MsoNormal']) {
    t.ok(text.includes(part), part)
  }
  t.ok(data.some((thread) => thread.metadata.total_count > 100 && thread.messages?.length === 100))
  t.ok(data.some((thread) => thread.messages?.every((message) => message.from.type === 'SHOP_USER')))
  const orders = data.flatMap((thread) => ('entities' in thread ? JSON.stringify(thread.entities) : []))
  t.equal(orders.filter((entity) => entity.includes('81002233445-A')).length, 2)
})
