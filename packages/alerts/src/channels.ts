import { createAgent, postHook, type Resolve } from '@connector/outbound-http'
import type { Vault, WorkerStore } from '@connector/store'
import { createTransport } from 'nodemailer'
import { hookDestinations } from './hook-address.ts'
import { mailOf, messageId, messageOf } from './message.ts'
import type { Claimed, Tried } from './outbox.ts'
import type { AlertSettings } from './settings.ts'
import { ringOf, signedHeaders } from './signing.ts'

/** Standard Webhooks asks for 15 to 30 s; a receiver has only to write down what came. */
const deadlineMs = 15_000

export interface Channels {
  /** Tells one target; never rejects for what the other side does. */
  send(claimed: Claimed, signal: AbortSignal): Promise<Tried>
  close(): Promise<void>
}

export interface ChannelOptions {
  store: WorkerStore
  vault: Vault
  settings: AlertSettings
  now: () => Date
  /** How host names are resolved; by default as the operating system does. */
  resolve?: Resolve | undefined
}

/** The error's own text could hold what the server wrote back, so of it only the code is shown. */
function mailFailure(error: unknown): Tried {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const status = typeof responseCode === 'number' ? responseCode : undefined
  const why = typeof code === 'string' ? code : 'unknown error'
  return { status, failure: `The mail server did not take it (${why})` }
}

export function createChannels({ store, vault, settings, now, resolve }: ChannelOptions): Channels {
  const { PUBLIC_URL: publicUrl, ALERT_SMTP_URL: smtpUrl, ALERT_MAIL_FROM: from } = settings
  const destinations = hookDestinations(settings.ALERT_WEBHOOKS_TO_THIS_MACHINE === 'on')
  const dispatcher = createAgent({ destinations, resolve })
  const mail =
    smtpUrl === undefined
      ? undefined
      : createTransport({
          url: smtpUrl,
          connectionTimeout: 5_000,
          greetingTimeout: 5_000,
          socketTimeout: deadlineMs,
          disableFileAccess: true,
          disableUrlAccess: true,
        })

  async function byWebhook({ target, alert }: Claimed, signal: AbortSignal): Promise<Tried> {
    const stored = await vault.read(store.db, target.tenantId, `alert-target:${target.targetId}`)
    if (!stored) return { status: undefined, failure: 'The secret of this target is missing; make a new one' }
    const body = JSON.stringify(messageOf(alert, publicUrl))
    const answer = await postHook({
      url: new URL(target.address),
      headers: {
        'user-agent': 'empikplace-thulium-connector',
        ...signedHeaders(messageId(alert), body, ringOf(stored.secret), now()),
      },
      body,
      dispatcher,
      signal,
      deadlineMs,
      now: () => now().getTime(),
    })
    return { ...answer, isGone: answer.status === 410 }
  }

  async function byMail({ target, alert }: Claimed): Promise<Tried> {
    if (!mail) return { status: undefined, failure: 'No mail server is set (ALERT_SMTP_URL)' }
    const message = messageOf(alert, publicUrl)
    try {
      await mail.sendMail({
        from,
        to: { name: '', address: target.address },
        ...mailOf(message, target.language),
        // Programs that read mail tell repetitions by it.
        messageId: `<${messageId(alert)}.${target.targetId}@${from.slice(from.indexOf('@') + 1)}>`,
        headers: { 'auto-submitted': 'auto-generated', 'x-alert-id': messageId(alert) },
      })
      return { status: undefined, failure: undefined }
    } catch (error) {
      return mailFailure(error)
    }
  }

  return {
    send: (claimed, signal) => (claimed.target.channel === 'webhook' ? byWebhook(claimed, signal) : byMail(claimed)),
    async close() {
      mail?.close()
      await dispatcher.close()
    },
  }
}
