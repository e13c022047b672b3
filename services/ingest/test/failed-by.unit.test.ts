import { NotConnected } from '@connector/connections'
import { EventLogUnavailable } from '@connector/event-log'
import { CredentialsUnreadable } from '@connector/store'
import t from 'tap'
import { failedBy } from '../src/poll-result.ts'

const sqlState = (code: string): Error =>
  Object.assign(new Error('could not extend file "base/16384/24576": No space left on device'), { code })

t.test('what is thrown in a look is told without the words of our database', (t) => {
  const cases: [Error, string, RegExp][] = [
    [sqlState('53100'), 'internal', /the disk of its database is full/],
    [new EventLogUnavailable('…', { cause: sqlState('53100') }), 'internal', /the disk of its database is full/],
    [sqlState('25006'), 'internal', /its database takes no writes/],
    [sqlState('08006'), 'internal', /its database cannot be reached/],
    [new CredentialsUnreadable('Stored credentials (tenant 7) cannot be opened'), 'internal', /its master key/],
    [new TypeError('undefined is not a function'), 'internal', /something unexpected happened/],
  ]
  for (const [error, failureClass, says] of cases) {
    const { failure } = failedBy(error)
    t.equal(failure.class, failureClass)
    t.match(failure.message, says)
    t.notMatch(failure.message, error.message)
  }
  const { failure } = failedBy(new NotConnected('Integration x has no EmpikPlace key yet.'))
  t.match(failure, { class: 'not-connected', message: /no EmpikPlace key yet/ }, 'this is for the seller to mend')
  t.end()
})
