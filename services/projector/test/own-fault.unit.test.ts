import { UnreadableEvent } from '@connector/domain/events'
import { EventLogUnavailable } from '@connector/event-log'
import { isUnexplained } from '@connector/store'
import t from 'tap'
import { isOwnFault } from '../src/executor/attempt.ts'

const coded = (code: string): Error => Object.assign(new Error('x'), { code })

t.test('a bug is told from what passes by itself', (t) => {
  for (const bug of [new TypeError('x is not a function'), new RangeError('Invalid time value'), new Error('no row')])
    t.ok(isOwnFault(bug), bug.message)
  t.ok(isOwnFault(coded('22021')), 'a text that the database cannot take')
  t.ok(isOwnFault(coded('ERR_INVALID_ARG_TYPE')))
  for (const passing of [
    coded('53100'),
    coded('25006'),
    coded('57014'),
    coded('40001'),
    coded('ECONNRESET'),
    coded('ENOSPC'),
  ])
    t.notOk(isOwnFault(passing), 'code' in passing ? String(passing.code) : '')
  t.notOk(isOwnFault(new DOMException('The lease ended', 'AbortError')))
  t.notOk(isOwnFault(Object.create(UnreadableEvent.prototype) as UnreadableEvent), 'the conversation is set aside')
  t.notOk(isOwnFault(Object.create(EventLogUnavailable.prototype) as EventLogUnavailable))
  t.notOk(isUnexplained(new Error('wrapped', { cause: coded('53100') })), 'the log wraps what the database says')
  t.end()
})
