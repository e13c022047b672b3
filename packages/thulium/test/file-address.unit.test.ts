import t from 'tap'
import { addressOf } from '../src/file-address.ts'

const home = new URL('https://demo.thulium.example/api')
const at = (address: string): string | undefined => addressOf(address, home)?.href

t.test('an address on the own host is asked for encrypted, however it is written', (t) => {
  for (const address of [
    '/api/attachments/5',
    '//demo.thulium.example/api/attachments/5',
    'http://demo.thulium.example/api/attachments/5',
    'http://demo.thulium.example:80/api/attachments/5',
    'HTTPS://Demo.Thulium.example:443/api/attachments/5',
  ])
    t.equal(at(address), 'https://demo.thulium.example/api/attachments/5', address)
  t.end()
})

t.test('another port is another address', (t) => {
  t.equal(at('http://demo.thulium.example:8080/a'), 'http://demo.thulium.example:8080/a')
  t.equal(at('http://['), undefined)
  t.equal(addressOf('http://127.0.0.1:8080/a', new URL('http://127.0.0.1:8080'))?.href, 'http://127.0.0.1:8080/a')
  t.end()
})
