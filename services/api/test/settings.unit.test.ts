import t from 'tap'
import { z } from 'zod'
import { httpSettings } from '../src/http/settings.ts'
import { apiSettings } from '../src/settings.ts'

const settings = z.object(httpSettings)

t.test('origins of web pages are given as browsers write them', (t) => {
  const origins = (API_CORS_ORIGINS?: string) => settings.safeParse({ API_CORS_ORIGINS }).data?.API_CORS_ORIGINS
  t.same(origins(), [])
  t.same(origins('https://panel.example, http://localhost:5173'), ['https://panel.example', 'http://localhost:5173'])
  for (const wrong of [
    '*',
    'null',
    'panel.example',
    'https://panel.example/',
    'https://panel.example/path',
    'https://Panel.example',
    'https://panel.example:443',
    'https://*.example',
    'https://name@panel.example',
    'ftp://panel.example',
    'https://panel.example;https://other.example',
  ])
    t.equal(origins(wrong), undefined, wrong)
  t.end()
})

t.test('proxies are given as addresses and networks', (t) => {
  const networks = (API_TRUST_PROXY?: string) => settings.safeParse({ API_TRUST_PROXY }).data?.API_TRUST_PROXY
  t.same(networks(), [])
  t.same(networks('10.0.0.0/8,::1, fd00::/8'), ['10.0.0.0/8', '::1', 'fd00::/8'])
  for (const wrong of ['true', '1', 'proxy.example', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '::1/129'])
    t.equal(networks(wrong), undefined, wrong)
  t.end()
})

t.test('limits are whole numbers, and 0 switches one off', (t) => {
  t.match(settings.parse({}), { API_RATE_PER_ADDRESS: 600, API_RATE_PER_TENANT: 1_200, API_STOP_DELAY_MS: 0 })
  t.equal(settings.parse({ API_RATE_PER_ADDRESS: '0' }).API_RATE_PER_ADDRESS, 0)
  for (const wrong of ['-1', '1.5', 'many']) t.notOk(settings.safeParse({ API_RATE_PER_ADDRESS: wrong }).success, wrong)
  t.end()
})

t.test('a token that cannot be shown as a bearer token is refused', (t) => {
  const { API_METRICS_TOKEN } = apiSettings.shape
  t.ok(API_METRICS_TOKEN.safeParse('c2NyYXBlci10b2tlbg+/==').success)
  for (const wrong of ['short', 'with a blank in it', 'żółty-token-do-metryk', 'exclamation-mark-is-no!'])
    t.notOk(API_METRICS_TOKEN.safeParse(wrong).success, wrong)
  t.end()
})
