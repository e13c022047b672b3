import { Writable } from 'node:stream'
import t from 'tap'
import { createLog, type Log } from '../src/index.ts'

function capture(): { log: Log; lines: () => Record<string, unknown>[] } {
  const chunks: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString())
      done()
    },
  })
  return {
    log: createLog('test', 'info', stream),
    lines: () => chunks.map((chunk) => JSON.parse(chunk) as Record<string, unknown>),
  }
}

t.test('a line carries the allowed fields and drops every other, also in children', (t) => {
  const { log, lines } = capture()
  const smuggled = { tenantId: 'a', apiKey: 'secret', body: 'Dzień dobry' }
  log.info(smuggled, 'looked')
  log.child(smuggled).warn({ count: 2 }, 'again')
  t.match(lines()[0], { service: 'test', tenantId: 'a', msg: 'looked' })
  t.match(lines()[1], { tenantId: 'a', count: 2 })
  t.notMatch(JSON.stringify(lines()), /secret|Dzień/)
  t.end()
})

t.test('of an error only name, message and stack are logged: database errors carry row values beside them', (t) => {
  const { log, lines } = capture()
  log.error({ error: Object.assign(new Error('failed'), { detail: 'Key (email)=(a@b.example)' }) }, 'broken')
  t.match(lines()[0], { error: { name: 'Error', message: 'failed' } })
  t.notMatch(JSON.stringify(lines()), /a@b\.example/)
  t.end()
})
