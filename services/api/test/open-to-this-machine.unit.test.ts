import t from 'tap'
import { assertNotOpenToAll, isLoopback } from '../src/authentication/open-to-this-machine.ts'

t.test('only addresses of this machine are its own', (t) => {
  for (const host of ['127.0.0.1', '127.1.2.3', '::1', 'localhost']) t.ok(isLoopback(host), host)
  for (const host of ['0.0.0.0', '::', '10.0.0.1', '169.254.1.1', 'api.example', '127.0.0.1.example', ''])
    t.notOk(isLoopback(host), host)
  t.end()
})

t.test('without authentication the API does not listen elsewhere', (t) => {
  t.throws(() => assertNotOpenToAll('off', '0.0.0.0'), /API_AUTHENTICATION=required/)
  t.doesNotThrow(() => assertNotOpenToAll('off', '127.0.0.1'))
  t.doesNotThrow(() => assertNotOpenToAll('required', '0.0.0.0'))
  t.end()
})
