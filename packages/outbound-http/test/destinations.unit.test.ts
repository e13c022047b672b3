import t from 'tap'
import { isPublicAddress } from '../src/address.ts'
import { createDestinations, isHostPattern, problemOfTemplate } from '../src/index.ts'

t.test('only addresses of the public internet count as such', (t) => {
  const open = ['8.8.8.8', '193.0.6.139', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1']
  for (const address of open) t.equal(isPublicAddress(address), true, address)
  const closed = [
    ...['127.0.0.1', '127.255.255.254', '::1'],
    ...['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1'],
    // The metadata services of clouds live here.
    ...['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254'],
    ...['100.64.0.1', '100.100.100.200', '100.127.255.255'],
    ...['224.0.0.1', '239.255.255.255', 'ff02::1', '255.255.255.255'],
    ...['0.0.0.0', '0.1.2.3', '::'],
    // IPv4 inside IPv6: mapped, compatible, translated, NAT64 (both prefixes), 6to4, Teredo. Also of a public address.
    ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '::ffff:0:127.0.0.1'],
    ...['64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001:0:7f00:1::1'],
    ...['192.0.0.192', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '240.0.0.1', '2001:db8::1', '3fff::1'],
    // What the operating system would also read as 127.0.0.1, and what is no address at all.
    ...['2130706433', '0x7f000001', '0177.0.0.1', '127.1', '', 'localhost', '1.2.3.4.5', ' 8.8.8.8'],
  ]
  for (const address of closed) t.equal(isPublicAddress(address), false, address)
  t.end()
})

const asInProduction = createDestinations({
  urls: ['https://marketplace.empik.com', 'https://{system}.thulium.com'],
  hosts: ['*.thulium.com', 'marketplace.empik.com'],
})
const mayCall = (url: string): boolean => asInProduction.refusal(new URL(url)) === undefined

t.test('known hosts are called over https at the usual port', (t) => {
  for (const url of [
    'https://marketplace.empik.com/api',
    'https://sklep.thulium.com/api',
    'https://SKLEP.thulium.com:443/',
    'https://localhost.thulium.com/',
    'https://2130706433.thulium.com/',
  ])
    t.ok(mayCall(url), url)
  t.end()
})

t.test('nothing else is', (t) => {
  const refused = [
    ...['http://marketplace.empik.com/', 'https://marketplace.empik.com:8443/', 'https://sklep.thulium.com:80/'],
    ...['https://thulium.com/', 'https://a.b.thulium.com/', 'https://-a.thulium.com/', 'https://_a.thulium.com/'],
    ...['https://thulium.com.evil.example/', 'https://sklep-thulium.com/', 'https://evil.example/.thulium.com'],
    ...['https://marketplace.empik.com./', 'https://sklep.thulium.com./', 'https://sklep.thulium.com@evil.example/'],
    ...[
      'https://localhost/',
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f000001/',
      'https://0177.0.0.1/',
    ],
    ...[
      'https://127.1/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://8.8.8.8/',
      'http://127.0.0.1:8081/',
    ],
    ...[
      'https://①②⑦.0.0.1/',
      'https://169.254.169.254/latest/meta-data',
      'ftp://sklep.thulium.com/',
      'file:///etc/passwd',
    ],
  ]
  for (const url of refused) t.notOk(mayCall(url), url)
  t.end()
})

t.test('a refusal says why', (t) => {
  const why = (url: string): string | undefined => asInProduction.refusal(new URL(url))
  t.match(why('https://evil.example/'), /^evil\.example is not among the hosts .*OUTSIDE_HOSTS/)
  t.match(why('https://2130706433/'), /^127\.0\.0\.1 is an address and not a name/)
  t.match(why('http://marketplace.empik.com/'), /only by https/)
  t.match(why('https://marketplace.empik.com:8443/'), /at port 8443/)
  const hidden = asInProduction.refusalOfAddress('sklep.thulium.com', '10.1.2.3')
  t.match(hidden, /^sklep\.thulium\.com leads to an address that is not on the public internet/)
  t.notMatch(hidden, /10\.1\.2\.3/, 'the tenant learns nothing of an inner network')
  t.end()
})

t.test('this machine is called only where the deployment names it, at that port, whatever a tenant chose', (t) => {
  const local = createDestinations({
    urls: ['http://127.0.0.1:8081', 'http://localhost:8082/{system}', 'https://[::1]:8083'],
    hosts: ['*.thulium.com'],
  })
  const mayCall = (url: string): boolean => local.refusal(new URL(url)) === undefined
  for (const url of ['http://127.0.0.1:8081/api', 'http://localhost:8082/demo/api', 'https://[::1]:8083/'])
    t.ok(mayCall(url), url)
  for (const url of [
    ...['http://127.0.0.1:8082/', 'http://127.0.0.1:5432/', 'http://127.0.0.1/', 'https://127.0.0.1:8081/'],
    ...['http://127.0.0.2:8081/', 'http://localhost:8081/', 'http://[::1]:8083/'],
  ])
    t.notOk(mayCall(url), url)
  t.equal(local.refusalOfAddress('localhost', '127.0.0.1'), undefined)
  t.ok(local.refusalOfAddress('localhost', '10.0.0.1'), 'and nowhere but this machine')
  t.ok(local.refusalOfAddress('sklep.thulium.com', '127.0.0.1'), 'which other names cannot stand for')
  t.end()
})

t.test('an address in the settings that could lead anywhere is refused', (t) => {
  const good = ['https://{system}.thulium.com', 'https://thulium.example/{system}', 'http://127.0.0.1:8082/{system}']
  for (const template of good) t.equal(problemOfTemplate(template), undefined, template)
  const bad = {
    'https://{system}': /name with a dot/,
    'https://{system}/api': /name with a dot/,
    'https://{system}.com': /name with a dot/,
    'https://x{system}.thulium.com': /whole first part/,
    'https://api.{system}.com': /whole first part/,
    'http://{system}.localhost:8082': /https/,
    'http://thulium.example/{system}': /https/,
    'https://10.0.0.1/{system}': /name with a dot/,
    'https://user:password@thulium.example': /user or a password/,
    'ftp://127.0.0.1': /https/,
    '{system}.thulium.com': /not an address/,
  }
  for (const [template, problem] of Object.entries(bad)) t.match(problemOfTemplate(template), problem, template)
  t.throws(() => createDestinations({ urls: ['http://thulium.example'], hosts: [] }), { name: 'RangeError' })
  t.throws(() => createDestinations({ urls: [], hosts: ['*'] }), { name: 'RangeError' })
  t.end()
})

t.test('patterns of hosts', (t) => {
  for (const pattern of ['*.thulium.com', 'marketplace.empik.com', 'a-1.example']) t.ok(isHostPattern(pattern), pattern)
  for (const pattern of [
    '*',
    '*.com',
    'localhost',
    '*.*.com',
    'a.*.com',
    '127.0.0.1',
    'a..b',
    'https://a.b',
    'a.b:80',
    '',
  ])
    t.notOk(isHostPattern(pattern), pattern)
  t.end()
})
