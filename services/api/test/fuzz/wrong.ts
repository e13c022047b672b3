import fc, { type Arbitrary } from 'fast-check'

/** A piece of JSON that `JSON.stringify` would not write so. */
interface Raw {
  $raw: string
}

const raw = ($raw: string): Raw => ({ $raw })
const nested = (depth: number): Raw => raw('['.repeat(depth) + ']'.repeat(depth))

const numbers = [
  0,
  -1,
  1.5,
  201,
  2_147_483_648,
  1e21,
  ...['-0', '1e309', '-1e309', '9007199254740993', '9223372036854775808', '1e-400', '0.1e1'].map(raw),
]

const texts = [
  '',
  ' ',
  '\t\n',
  '1',
  'true',
  'null',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfff\ud800b',
  'e\u0301\u0301\u0301',
  'z\u0351\u036b'.repeat(60),
  '\u202eexe.gpj',
  '\ufeffa',
  '👩‍👩‍👧‍👦',
  'İ',
  'x'.repeat(201),
  'x'.repeat(1_001),
  'ł'.repeat(50_001),
  "' or 1=1--",
  '{{7*7}}${7*7}<script>alert(1)</script>',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'http://169.254.169.254/',
  'a\r\nset-cookie: a=b',
]

const times = [
  '0000-00-00T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2016-12-31T23:59:60Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00.000Z',
  '2026-03-02T08:15:00+14:00',
  '2026-03-02T08:15:00.123456789Z',
  '2026-03-02',
]

const structures = [
  null,
  true,
  [],
  {},
  [null],
  [[]],
  raw('{"__proto__":{"admin":true}}'),
  raw('{"constructor":{"prototype":{"admin":true}}}'),
  raw('{"a":1,"a":2}'),
  nested(2_000),
  raw(`[${'0,'.repeat(20_000)}0]`),
]

/** What hardly any field of a request may be. */
export const wrongValue: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(...numbers),
  fc.constantFrom<unknown[]>(...texts),
  fc.constantFrom<unknown[]>(...times),
  fc.constantFrom<unknown[]>(...structures),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Names that no schema knows, some of which mean something to JavaScript. */
export const strangeName = fc.constantFrom(
  'nieznane',
  '',
  '__proto__',
  'constructor',
  'toString',
  'tenantId',
  'tenant_id',
)

const rawInJson = /\{"\$raw":("(?:[^"\\]|\\.)*")\}/g

/** JSON, with its raw pieces as they are. */
export const writeJson = (value: unknown): string =>
  JSON.stringify(value).replace(rawInJson, (_, text: string) => String(JSON.parse(text)))
