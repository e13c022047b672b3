import { noDatabase } from '@connector/test-kit'
import { SMTPServer } from 'smtp-server'
import t from 'tap'
import { openScene } from './support.ts'

interface Letter {
  from: string
  to: string[]
  text: string
}

async function startMailServer(test: Pick<typeof t, 'teardown'>, refuse: () => boolean) {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refuse() ? Object.assign(new Error('no such box of Anna'), { responseCode: 550 }) : undefined),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        letters.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          // Without the line ends that mail puts into long lines and headers.
          text: Buffer.concat(chunks)
            .toString('utf8')
            .replaceAll('=\r\n', '')
            .replaceAll(/\r\n[ \t]/g, ' '),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  test.teardown(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  return { letters, url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` }
}

await t.test('Alerts by e-mail', { skip: noDatabase ?? false }, async (t) => {
  await t.test('come in the language of the address, and again with the same Message-ID', async (t) => {
    let refuses = false
    const server = await startMailServer(t, () => refuses)
    const scene = await openScene(t, { smtpUrl: server.url })
    await scene.target('dyzur@sklep.example', { channel: 'email' })
    await scene.target('duty@sklep.example', { channel: 'email', language: 'en' })
    await scene.facts({ parked: 2 })
    await scene.look()
    refuses = true
    t.strictSame(await scene.deliver(), ['retried', 'retried'])
    const failed = await scene.deliveries()
    t.match(failed, [{ last_status: 550 }, { last_status: 550 }])
    t.notMatch(JSON.stringify(failed), 'Anna', 'what the server wrote is not kept')
    refuses = false
    scene.pass(1)
    t.strictSame(await scene.deliver(), ['delivered', 'delivered'])
    const polish = server.letters.find(({ to }) => to.includes('dyzur@sklep.example'))
    const english = server.letters.find(({ to }) => to.includes('duty@sklep.example'))
    t.equal(polish?.from, 'alerts@connector.example')
    t.match(polish?.text, /Wstrzymane zapisy: 2\./)
    t.match(polish?.text, 'https://connector.example/problemy')
    t.match(polish?.text, /message-id: +<msg_[\w-]+\.[\w-]+@connector\.example>/i)
    t.match(polish?.text, /auto-submitted: auto-generated/i)
    t.match(english?.text, /Parked writes: 2\./)
  })

  await t.test('without a mail server the delivery says so', async (t) => {
    const scene = await openScene(t)
    await scene.target('dyzur@sklep.example', { channel: 'email' })
    await scene.facts({ parked: 2 })
    await scene.look()
    await scene.deliver()
    t.match(await scene.deliveries(), [{ state: 'waiting', last_failure: /ALERT_SMTP_URL/ }])
  })
})
