import { gzipSync } from 'node:zlib'
import type { FuzzRequest } from './request.ts'

/** The largest body the API takes, in bytes. */
const bodyLimit = 512 * 1024

type Spoil = (request: FuzzRequest) => FuzzRequest

const inPath =
  (piece: string): Spoil =>
  (request) => {
    const [path = '', query] = request.target.split('?', 2)
    // The last parameter, or the last part where there is none.
    const spoilt = /~[\w.]+~(?!.*~[\w.]+~)/.test(path)
      ? path.replace(/~[\w.]+~(?!.*~[\w.]+~)/, () => piece)
      : path.replace(/[^/]*$/, () => piece)
    return { ...request, target: query === undefined ? spoilt : `${spoilt}?${query}` }
  }

const inQuery =
  (piece: string): Spoil =>
  (request) => ({
    ...request,
    target: `${request.target}${request.target.includes('?') ? '&' : '?'}${piece}`,
  })

const withHeader =
  (...added: [string, string][]): Spoil =>
  (request) => {
    const names = new Set(added.map(([name]) => name))
    return { ...request, headers: [...request.headers.filter(([name]) => !names.has(name)), ...added] }
  }

const withBody =
  (body: string | Buffer, type = 'application/json', ...more: [string, string][]): Spoil =>
  (request) =>
    withHeader(['content-type', type], ...more)({ ...request, body })

const withMethod =
  (method: string): Spoil =>
  (request) => ({ ...request, method })

const paths = [
  ...[
    '..',
    '../../etc/passwd',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '..%5c..%5c',
    '%00',
    'a%00b',
    '%',
    '%zz',
    '%ff',
    '%c0%af',
  ],
  ...[
    '%ED%A0%80',
    '%F0%9F%92%A9',
    '%E2%80%AE',
    'a%2Fb',
    'a//b',
    'a/',
    ';a=b',
    '%20',
    '+',
    '*',
    ':tenantId',
    '%252e%252e',
  ],
  ...[
    'x'.repeat(1_000),
    'x'.repeat(1_001),
    'x'.repeat(12_000),
    '%41'.repeat(400),
    '\xf3',
    '__proto__',
    "'%20or%201=1--",
  ],
]

const queries = [
  ...[
    'limit=1&limit=2',
    'limit[]=1',
    'limit[a]=1',
    'limit=%00',
    'limit=%',
    'limit=1e309',
    'limit=0x10',
    'limit=',
    'limit',
  ],
  ...[
    '__proto__[x]=1',
    'constructor.prototype.x=1',
    'cursor=%00',
    'cursor=W10',
    'cursor=eyJhIjoxfQ',
    'search=%00',
    'search=%ff',
  ],
  ...[
    'cursor=WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJcdTAwMDAiXQ',
    'cursor=WyIwMDAwLTAxLTAxVDAwOjAwOjAwLjAwMFoiLCJhIl0',
  ],
  ...[
    'search=%25%25__',
    'search=%5C',
    'from=0000-01-01T00:00:00Z',
    'to=9999-12-31T23:59:59Z',
    'ticket=none&ticket=open',
  ],
  ...[
    '&&&===',
    '?',
    '%00=%00',
    `a=${'x'.repeat(8_000)}`,
    Array.from({ length: 1_200 }, (_, one) => `k${one}=`).join('&'),
  ],
]

const bodies: Spoil[] = [
  ...[
    '',
    '{',
    '{"a":',
    '{"a":1}}',
    "{'a':1}",
    'NaN',
    'undefined',
    '[1,]',
    '"text"',
    '123',
    'null',
    'true',
    '[]',
    '\0',
  ].map((body) => withBody(body)),
  ...['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"a":1}}}', '{"\\u005f_proto__":1}'].map((body) =>
    withBody(body),
  ),
  withBody('\ufeff{}'),
  withBody(Buffer.from('{}', 'utf16le')),
  withBody(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  withBody('['.repeat(100_000)),
  withBody('{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)),
  withBody(`[${'0,'.repeat(bodyLimit / 2 - 2)}0]`),
  withBody(`{"name":"${'x'.repeat(bodyLimit - 11)}"}`),
  withBody(`{"name":"${'x'.repeat(bodyLimit)}"}`),
  withBody(gzipSync('{}'), 'application/json', ['content-encoding', 'gzip']),
  withBody('{}', 'application/json', ['content-encoding', 'br']),
  withBody('a=b', 'application/x-www-form-urlencoded'),
  withBody('a=b&a=c&__proto__=d&%=%00', 'application/x-www-form-urlencoded'),
  withBody('--x\r\n\r\n', 'multipart/form-data; boundary=x'),
  withBody('--x', 'multipart/form-data'),
  withBody('<a/>', 'application/xml'),
  ...[
    'text/plain',
    'application/jsonx',
    'application/vnd.api+json',
    'application/json; charset=utf-16',
    'json',
    ';',
    '*/*',
  ].map((type) => withBody('{}', type)),
  withBody('', 'application/json', ['transfer-encoding', 'chunked']),
  (request) => ({ ...request, body: '{}', headers: request.headers.filter(([name]) => name !== 'content-type') }),
]

const unsigned = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwic2NvcGUiOiJvcGVyYXRvciJ9.'

const credentials = [
  ...[
    '',
    'Bearer',
    'Bearer ',
    'Bearer  a',
    'Basic YTpi',
    'Basic %%%',
    'Bearer a b',
    'bearer \xff',
    'Digest a',
    `Bearer ${'a'.repeat(9_000)}`,
  ],
  ...[
    `Bearer ${unsigned}`,
    'Bearer ...',
    'Bearer a.b.c',
    'Bearer eyJ.eyJ.eyJ',
    'Bearer ~mine.admin~x',
    'Bearer ck_',
    'Bearer null',
  ],
]

const tags = ['*', '""', '"x"', 'W/"x"', 'W/"1", W/"2"', 'x', '"', '\xff', ',', '"x', `"${'x'.repeat(5_000)}"`]
const keys = [
  '',
  ' ',
  'a',
  'fuzz-1',
  'fuzz-2',
  '"quoted"',
  'x'.repeat(256),
  'x'.repeat(5_000),
  '\xff\xfe',
  'a, b',
  "' or 1=1--",
]

const headers: Spoil[] = [
  ...credentials.map((credential) => withHeader(['authorization', credential])),
  (request) => ({ ...request, headers: [...request.headers, ['authorization', 'Bearer other']] }),
  ...tags.flatMap((tag) => [withHeader(['if-match', tag]), withHeader(['if-none-match', tag])]),
  withHeader(['if-match', '"a"'], ['if-match', '"b"'], ['if-none-match', '*']),
  withHeader(['if-match', '*'], ['if-none-match', '*']),
  ...keys.map((key) => withHeader(['idempotency-key', key])),
  withHeader(['idempotency-key', 'a'], ['idempotency-key', 'b']),
  ...['', '-1', 'null', '\xff', 'x'.repeat(64), 'x'.repeat(65), 'a\tb'].map((id) => withHeader(['last-event-id', id])),
  ...['', ' ', 'a b', '\xff', 'x'.repeat(64), 'x'.repeat(65), '../..', '${jndi:ldap://a}'].map((id) =>
    withHeader(['x-request-id', id]),
  ),
  withHeader(['x-request-id', 'one'], ['x-request-id', 'two']),
  ...['', 'evil.example', '127.0.0.1:1@evil.example', '[::1', '[::1]', '..', 'a:99999', '\xff', 'localhost'].map(
    (host) => withHeader(['host', host]),
  ),
  ...['null', 'http://evil.example', 'http://', '\xff', 'file://'].map((origin) => withHeader(['origin', origin])),
  withHeader(['origin', 'http://evil.example'], ['access-control-request-method', 'PUT']),
  withHeader(['sec-fetch-site', 'cross-site']),
  ...['*/*;q=0', 'text/html', 'application/xml', '\xff', ',,;', 'application/problem+json'].map((types) =>
    withHeader(['accept', types]),
  ),
  ...['gzip;q=0', 'br', '*', ',', 'identity;q=0'].map((codings) => withHeader(['accept-encoding', codings])),
  ...['x', '*', 'pl;q=x', '\xff', 'x'.repeat(5_000), 'a,'.repeat(2_000)].map((languages) =>
    withHeader(['accept-language', languages]),
  ),
  withHeader(['x-http-method-override', 'DELETE'], ['x-original-url', '/api/tenants']),
  withHeader(
    ['x-forwarded-for', "1.1.1.1, ' or 1=1"],
    ['x-forwarded-host', 'evil.example'],
    ['x-forwarded-proto', 'gopher'],
  ),
  withHeader(['forwarded', 'for=_x;proto=;host="']),
  withHeader(['range', 'bytes=0-0,-1']),
  withHeader(['connection', 'upgrade'], ['upgrade', 'websocket']),
  withHeader(['connection', 'upgrade, http2-settings'], ['upgrade', 'h2c'], ['http2-settings', 'AAMAAABkAAQAAP__']),
  withHeader(['cookie', `a=${'x'.repeat(8_000)}`]),
  withHeader(['traceparent', '00-zz-zz-01']),
  withHeader(['if-modified-since', 'yesterday']),
  withHeader(['__proto__', 'a'], ['constructor', 'b']),
]

const methods = [
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'DELETE',
  'PUT',
  'GET',
  'TRACE',
  'PROPFIND',
  'QUERY',
  'LOCK',
  'M-SEARCH',
]

/** Ways to spoil a request, each with its name. */
export const spoils: readonly { name: string; spoil: Spoil }[] = [
  ...paths.map((piece) => ({ name: `path ${piece.slice(0, 40)}`, spoil: inPath(piece) })),
  ...queries.map((piece) => ({ name: `query ${piece.slice(0, 40)}`, spoil: inQuery(piece) })),
  ...bodies.map((spoil, place) => ({ name: `body ${place}`, spoil })),
  ...headers.map((spoil, place) => ({ name: `header ${place}`, spoil })),
  ...methods.map((method) => ({ name: `method ${method}`, spoil: withMethod(method) })),
]
