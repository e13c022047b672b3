import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import type { FastifyReply } from 'fastify'
import type { charsets, codings, Fault } from './fault-plan.ts'

type Charset = (typeof charsets)[number]
type Coding = (typeof codings)[number]

/** Polish letters outside ASCII in ISO 8859-2; others become question marks. */
const latin2 = new Map<string, number>(
  Array.from('ĄĆĘŁŃÓŚŹŻąćęłńóśźż').map((letter, index) => [
    letter,
    [0xa1, 0xc6, 0xca, 0xa3, 0xd1, 0xd3, 0xa6, 0xac, 0xaf, 0xb1, 0xe6, 0xea, 0xb3, 0xf1, 0xf3, 0xb6, 0xbc, 0xbf][
      index
    ] ?? 0x3f,
  ]),
)

const toLatin2 = (text: string): Buffer =>
  Buffer.from(Array.from(text, (letter) => (letter < '\u0080' ? letter.charCodeAt(0) : (latin2.get(letter) ?? 0x3f))))

const written: Record<Charset, { label: string; write: (text: string) => Buffer }> = {
  'iso-8859-2': { label: 'iso-8859-2', write: toLatin2 },
  'utf-16le': { label: 'utf-16', write: (text) => Buffer.from(`\ufeff${text}`, 'utf16le') },
  'utf-8-bom': { label: 'utf-8', write: (text) => Buffer.from(`\ufeff${text}`) },
  unknown: { label: 'x-sandbox', write: (text) => Buffer.from(text) },
}

const packed: Record<Coding, { name: string; pack: (bytes: Uint8Array) => Uint8Array }> = {
  gzip: { name: 'gzip', pack: gzipSync },
  deflate: { name: 'deflate', pack: deflateSync },
  'deflate-raw': { name: 'deflate', pack: deflateRawSync },
  br: { name: 'br', pack: brotliCompressSync },
  unknown: { name: 'x-sandbox', pack: (bytes) => bytes },
}

/** The same answer in another form. White space behind a JSON document is part of it and means nothing. */
export function recode(reply: FastifyReply, body: Uint8Array, fault: Extract<Fault, { kind: 'recode' }>): Uint8Array {
  const { charset, coding, padToBytes = 0 } = fault
  let bytes: Uint8Array = Buffer.concat([body, Buffer.alloc(Math.max(0, padToBytes - body.length), ' ')])
  if (charset !== undefined) {
    const { label, write } = written[charset]
    bytes = write(Buffer.from(bytes).toString())
    reply.header('content-type', `application/json; charset=${label}`)
  }
  if (coding !== undefined) {
    const { name, pack } = packed[coding]
    bytes = pack(bytes)
    reply.header('content-encoding', name)
  }
  return bytes
}
