import t from 'tap'
import { z } from 'zod'
import { decodeEvent, eventTypes, UnreadableEvent, upcast, type Versioned } from '../src/events/index.ts'

const schema = z.looseObject({ firstName: z.string(), lastName: z.string(), greeting: z.string() })

/** Version 1 had one name, version 2 split it, version 3 added the greeting. */
const greeted: Versioned<typeof schema> = {
  version: 3,
  schema,
  upcast: {
    1: ({ name, ...rest }) => {
      const [firstName = '', lastName = ''] = String(name).split(' ')
      return { ...rest, firstName, lastName }
    },
    2: (data) => ({ ...data, greeting: `Dzień dobry, ${String(data.firstName)}` }),
  },
}

const read = (schemaVersion: number, data: Record<string, unknown>, type = greeted) =>
  upcast(type, 'Greeted', { type: 'Greeted', schemaVersion, data })

const jan = { firstName: 'Jan', lastName: 'Testowy', greeting: 'Dzień dobry, Jan' }

await t.test('data of the oldest version takes every step to the newest', (t) => {
  t.strictSame(read(1, { name: 'Jan Testowy' }), jan)
  t.end()
})

await t.test('data of a version between takes only the steps it lacks', (t) => {
  t.strictSame(read(2, { firstName: 'Jan', lastName: 'Testowy' }), jan)
  t.end()
})

await t.test('data of the newest version is taken as it is', (t) => {
  t.strictSame(read(3, { ...jan, greeting: 'Hej' }), { ...jan, greeting: 'Hej' })
  t.end()
})

await t.test('fields nobody knows survive all the steps', (t) => {
  const addedLater = { deep: [1, null, { x: 'y' }] }
  t.strictSame(read(1, { name: 'Jan Testowy', addedLater }), { ...jan, addedLater })
  t.end()
})

await t.test('the stored data is not changed by reading it', (t) => {
  const data = Object.freeze({ name: 'Jan Testowy' })
  read(1, data)
  t.strictSame(data, { name: 'Jan Testowy' })
  t.end()
})

await t.test('a version without a step stops the reader, and says which', (t) => {
  const { 2: second, ...first } = greeted.upcast
  t.ok(second)
  t.throws(() => read(1, { name: 'Jan Testowy' }, { ...greeted, upcast: first }), {
    name: 'Error',
    code: 'event.unreadable',
    message: 'Greeted version 2 has no step to version 3.',
  })
  t.throws(() => read(0, { name: 'Jan Testowy' }), { message: 'Greeted version 0 has no step to version 1.' })
  t.end()
})

await t.test('a newer version stops the reader: an older program must not guess', (t) => {
  t.throws(
    () => read(4, jan),
    new UnreadableEvent('Greeted was written in version 4, this code knows 3. Deploy the newer version first.'),
  )
  t.end()
})

await t.test('data that does not fit stops the reader', (t) => {
  t.throws(() => read(3, { ...jan, greeting: 7 }), { code: 'event.unreadable', message: /greeting/ })
  t.end()
})

await t.test('an unknown type stops the reader, also when it is called like something every object has', (t) => {
  for (const type of ['Invented', 'constructor', 'toString', '__proto__', ''])
    t.throws(() => decodeEvent({ type, schemaVersion: 1, data: {} }), { code: 'event.unreadable' }, type)
  t.end()
})

await t.test('from the oldest version of a real type that can be read on, none lacks its step', (t) => {
  for (const [name, { version, upcast: steps }] of Object.entries(eventTypes)) {
    const known = Object.keys(steps).map(Number)
    t.strictSame(
      known,
      known.map((_, index) => version - known.length + index),
      name,
    )
  }
  t.end()
})
