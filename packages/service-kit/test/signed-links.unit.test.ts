import t from 'tap'
import { createSignedLinks } from '../src/index.ts'

const masterKey = Buffer.alloc(32, 7)
const links = createSignedLinks(masterKey, 'https://lacznik.example/')
const expiresAt = new Date('2026-08-30T10:00:00Z')
const before = new Date('2026-08-30T09:59:59Z')
const payload = { tenantId: 'sklep', fileId: 'żółw/1' }

const address = links.make('file', payload, expiresAt)
const token = address.slice(address.lastIndexOf('/') + 1)

t.test('a link opens until it expires', (t) => {
  t.match(address, /^https:\/\/lacznik\.example\/files\/[\w-]+\.[\w-]+$/)
  t.same(links.read('file', token, before), { outcome: 'valid', payload, expiresAt })
  t.same(links.read('file', token, expiresAt), { outcome: 'expired', payload, expiresAt })
  t.equal(links.make('file', payload, expiresAt), address, 'made again, it is the same')
  t.end()
})

t.test('a link for one page is none for another', (t) => {
  t.same(links.read('add-to-crm', token, before), { outcome: 'other-purpose' })
  t.end()
})

t.test('what is not ours is told apart', (t) => {
  const [text = '', mac = ''] = token.split('.')
  const changed = Buffer.from(text, 'base64url').toString().replace('sklep', 'inny')
  const later = createSignedLinks(Buffer.alloc(32, 8), 'https://lacznik.example').make('file', payload, expiresAt)
  const wrong = [
    '',
    '.',
    text,
    `${text}.`,
    `${text}.${mac.slice(1)}`,
    `${Buffer.from(changed).toString('base64url')}.${mac}`,
    `${token}.x`,
    later.slice(later.lastIndexOf('/') + 1),
  ]
  for (const one of wrong) t.same(links.read('file', one, before), { outcome: 'forged' }, one)
  t.end()
})

t.test('links made with the master key before this one are still read', (t) => {
  const now = createSignedLinks(Buffer.alloc(32, 8), 'https://lacznik.example', masterKey)
  t.equal(now.read('file', token, before).outcome, 'valid')
  const next = now.make('file', payload, expiresAt)
  t.equal(now.read('file', next.slice(next.lastIndexOf('/') + 1), before).outcome, 'valid')
  t.equal(links.read('file', next.slice(next.lastIndexOf('/') + 1), before).outcome, 'forged', 'made with the new one')
  t.end()
})

t.test('links are found again in a text, whatever stands around them', (t) => {
  const other = links.make('add-to-crm', payload, expiresAt)
  const text = `<p>Plik: <a href="${address}">${address}</a></p>, dodaj: ${other}.`
  t.same(links.tokensIn('file', text), [token, token])
  t.same(
    links.tokensIn('add-to-crm', text).map((found) => links.read('add-to-crm', found, before).outcome),
    ['valid'],
  )
  t.end()
})
