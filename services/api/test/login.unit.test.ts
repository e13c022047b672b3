import t from 'tap'
import { loginOfPerson, ownLogin } from '../src/login.ts'

t.test('the login of a person', (t) => {
  t.equal(loginOfPerson('a.nowak', undefined), 'a.nowak')
  t.equal(loginOfPerson('root', 'a.nowak'), 'a.nowak', 'who became root by sudo')
  for (const login of ['root', 'node', 'user 10001'])
    t.equal(loginOfPerson(login, undefined), undefined, `${login} may be anybody`)
  t.equal(loginOfPerson('root', 'root'), undefined)
  t.equal(loginOfPerson('node', ''), undefined)
  t.not(ownLogin(), '', 'there is always some name')
  t.end()
})
