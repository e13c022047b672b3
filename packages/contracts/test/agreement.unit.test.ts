import t from 'tap'
import { generateTypes } from '../src/generate.ts'
import { readFile } from 'node:fs/promises'
import type {
  EmpikAccount,
  EmpikMessage,
  EmpikOrder,
  EmpikPlaceComponents,
  EmpikReason,
  EmpikThread,
  ThuliumAgent,
  ThuliumComponents,
  ThuliumCustomer,
  ThuliumMessage,
  ThuliumTicket,
} from '../src/index.ts'

type Empik = EmpikPlaceComponents['schemas']
type Thulium = ThuliumComponents['schemas']

/** What reading turns a value into, seen from the wire: instants are strings there, and "no value" has many forms. */
type OnWire<T> = T extends Date
  ? string
  : T extends readonly (infer E)[]
    ? OnWire<E>[]
    : T extends object
      ? { [K in keyof T]?: OnWire<Exclude<T[K], null | undefined>> }
      : T

/** The fields both know; ids that we turn into another type are listed by hand. */
type Shared<Read, Wire, Except extends PropertyKey = never> = Pick<Read, Exclude<keyof Read & keyof Wire, Except>>

/**
 * True when every field we read is documented, besides those that reading adds, and each fits what the document says
 * of it, besides those that reading turns into another type.
 */
type Agrees<Read, Wire, Turned extends PropertyKey = never, Added extends PropertyKey = never> = [
  Exclude<keyof Read, keyof Wire | Added>,
  OnWire<Shared<Read, Wire, Turned>>,
] extends [never, OnWire<Wire>]
  ? true
  : never

// These lines compile, or the schemas and the documents have drifted apart.
const agreement = {
  message: true satisfies Agrees<EmpikMessage, Empik['Message']>,
  thread: true satisfies Agrees<EmpikThread, Empik['Thread'], never, 'unreadable_messages' | 'unreadable_parts'>,
  account: true satisfies Agrees<EmpikAccount, Empik['Account'], 'shop_id'>,
  order: true satisfies Agrees<EmpikOrder, Empik['Order'], 'order_lines'>,
  orderLine: true satisfies Agrees<EmpikOrder['order_lines'][number], Empik['OrderLine'], 'offer_id'>,
  reason: true satisfies Agrees<EmpikReason, Empik['Reason']>,
  ticket: true satisfies Agrees<ThuliumTicket, Thulium['Ticket'], 'messages' | 'custom_fields', 'unreadable_messages'>,
  ticketMessage: true satisfies Agrees<ThuliumMessage, Thulium['TicketMessage'], 'attachments'>,
  customer: true satisfies Agrees<ThuliumCustomer, Thulium['Customer'], 'custom_fields'>,
  agent: true satisfies Agrees<ThuliumAgent, Thulium['Agent']>,
}

t.test('what the schemas read agrees with the generated types (checked when compiling)', (t) => {
  t.equal(Object.values(agreement).length, 10)
  t.end()
})

t.test('the generated files are those of the documents', async (t) => {
  for (const [path, text] of await generateTypes()) {
    const stored = await readFile(new URL(`../../../${path}`, import.meta.url), 'utf8')
    t.equal(stored, text, path)
  }
})
