import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { catalogue } from '../../src/errors/catalogue.ts'
import { headerFaults } from '../support/declared-headers.ts'
import { operationAt, type Contract, type Operation } from './operations.ts'
import type { FuzzRequest } from './request.ts'
import type { FuzzAnswer } from './send.ts'

/** A status above 500 that is right; `code` is empty for a page. */
export interface Excused {
  operation: string
  code: string
}

/** What the inside of the service looks like; none of it is a caller's business. */
const insides =
  /node_modules|\bat [^"<]{1,80}\.[jt]s:\d+|file:\/\/|\bselect .{1,200} from\b|\binsert into\b|violates .{1,60} constraint|syntax error at or near|relation "|unsupported Unicode|invalid byte sequence|ECONNREFUSED|ENOTFOUND|\[object Object\]/i

/** What any request can meet before a route is found for it. */
const beforeRoutes: ReadonlySet<string> = new Set([
  'request.malformed',
  'request.headers_too_large',
  'route.unknown',
  'request.unknown_host',
  'request.foreign_origin',
])

const acceptableId = /^[\w.:-]{1,64}$/

const codeOf = (text: string): string => /"code":"([\w.]+)"/.exec(text)?.[1] ?? ''

/** Holds answers against the document. */
export function createChecks(contract: Contract, excused: readonly Excused[], foreignMark: string) {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(contract.source, 'api')
  const pointer = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

  function bodyFaults(way: string[], text: string): string[] {
    const validate = ajv.getSchema(`api#/${way.map(pointer).join('/')}`)
    if (!validate) return []
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return ['the body is not JSON']
    }
    return validate(value) === true
      ? []
      : [`the body is not as declared: ${ajv.errorsText(validate.errors).slice(0, 300)}`]
  }

  const problemFaults = (text: string): string[] => bodyFaults(['components', 'schemas', 'Problem'], text)

  function declaredFaults(
    { path, method, answers, headers: declaredHeaders }: Operation,
    { status, headers, text }: FuzzAnswer,
  ): string[] {
    const types = answers.get(status)
    if (!types) return [`${status} ${codeOf(text)} is not declared`]
    const faults = headerFaults(declaredHeaders.get(status) ?? [], Object.keys(headers))
    if (faults.length > 0) return faults
    const type = headers['content-type']?.split(';', 1)[0] ?? ''
    if (types.length === 0) return text === '' ? [] : ['a body, though none is declared']
    if (!types.includes(type)) return [`${type} is not declared for ${status}`]
    if (!type.endsWith('json')) return []
    return bodyFaults(
      ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'],
      text,
    )
  }

  /** Nothing is declared for what no operation fits. */
  const strayFaults = ({ status, text }: FuzzAnswer, { method }: FuzzRequest): string[] =>
    method === 'HEAD' || (method === 'OPTIONS' && status === 204)
      ? []
      : [...(status < 400 ? [`${status} for no operation`] : []), ...problemFaults(text)]

  function idFaults(sent: FuzzRequest, { headers, text }: FuzzAnswer): string[] {
    const ids = sent.headers.filter(([name]) => name === 'x-request-id').map(([, value]) => value)
    const [id = ''] = ids
    const answered = headers['x-request-id']
    if (typeof answered !== 'string') return ['no x-request-id']
    // Nobody has read the headers of a request that is not proper HTTP.
    const isRead = !['request.malformed', 'request.headers_too_large'].includes(codeOf(text))
    return isRead && ids.length === 1 && acceptableId.test(id) && answered !== id
      ? [`x-request-id ${answered} for ${id}`]
      : []
  }

  /** What is wrong with an answer. */
  return (sent: FuzzRequest, answer: FuzzAnswer, mayBeForeign: boolean): string[] => {
    const { status, text } = answer
    const code = codeOf(text)
    const operation = operationAt(contract.operations, sent.method, sent.target)
    const isExcused = excused.some((one) => one.operation === operation?.id && one.code === code)
    const isEarly = sent.kind !== 'valid' && status < 500 && beforeRoutes.has(code)
    return [
      ...(status >= 500 && !isExcused ? [`${status} ${code}`] : []),
      ...(operation && !isEarly ? declaredFaults(operation, answer) : strayFaults(answer, sent)),
      ...(status >= 400 && code !== '' && !(code in catalogue) ? [`${code} is not in the catalogue`] : []),
      ...idFaults(sent, answer),
      ...(operation?.id !== 'getDocument' && operation?.id !== 'showReference' && insides.test(text)
        ? [`tells of its inside: ${insides.exec(text)?.[0] ?? ''}`]
        : []),
      ...(!mayBeForeign && text.includes(foreignMark) ? ['tells what is another tenant’s'] : []),
    ]
  }
}
