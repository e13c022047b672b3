import { alertKinds, alertPhases, capAnHour, retryWaitsMs } from '@connector/domain/alerts'
import { z } from 'zod'
import { field } from './field.ts'
import { bothLanguages, count, exampleTime, instant, plainText } from './views.ts'

const exampleTarget = '3f0b8a52-7d0c-4a7e-9c55-0a7c6f1f2d10'
const exampleAlert = 'c1d7a5de-93a4-5b0e-8d5f-6a0d7c3b1e42'

export const targetId = field(z.uuid(), 'Id of the target.', exampleTarget)
export const deliveryId = field(z.uuid(), 'Id of the delivery.', '8c3a6f5e-1b2d-5c4f-9e8a-7d6c5b4a3f21')

const kinds = field(
  z.array(z.enum(alertKinds)).max(alertKinds.length),
  'Kinds of trouble that it is told of; empty for all.',
  ['credentials-rejected', 'write-parked'],
)
const name = field(plainText(100), 'Who or what it is, for people.', 'Dyżur')
const language = field(z.enum(['pl', 'en']), 'Language of e-mails; a web hook gets both.', 'pl')
const address = field(
  z.string().trim().min(1).max(2_000),
  'Address of the web hook, with https, or of a mailbox.',
  'https://hooks.example.pl/empik',
)

export const newTargetBody = z.strictObject({
  channel: field(z.enum(['webhook', 'email']), 'How it is told.', 'webhook'),
  name,
  address,
  language: language.default('pl'),
  kinds: kinds.default([]),
})

export const targetBody = z.strictObject({
  name,
  address,
  language,
  kinds,
  enabled: field(z.boolean(), 'Whether it is told at all.', true),
})

export const targetView = z
  .object({
    targetId,
    channel: newTargetBody.shape.channel,
    name: field(z.string(), 'Who or what it is, for people.', 'Dyżur'),
    address: field(z.string(), 'Where it is told.', 'https://hooks.example.pl/empik'),
    language,
    kinds: field(z.array(z.string()), 'Kinds of trouble that it is told of; empty for all.', ['write-parked']),
    enabled: field(z.boolean(), 'Whether it is told.', true),
    disabledBecause: field(
      z.enum(['person', 'failures', 'gone']).nullable(),
      'Why it is not: a person said so, it took nothing for five days, or it answered 410.',
      'failures',
    ),
    disabledAt: field(instant.nullable(), 'Since when it is not.', exampleTime),
    failingSince: field(instant.nullable(), 'Since when it has taken nothing; null after a success.', exampleTime),
    lastSuccessAt: field(instant.nullable(), 'When it last took an alert.', exampleTime),
    createdAt: field(instant, 'When it was added.', exampleTime),
  })
  .meta({ id: 'AlertTarget' })
export type TargetView = z.infer<typeof targetView>

const shownSecret = field(
  z.string().nullable(),
  'Signs what is sent there, by Standard Webhooks; keep it now, it is never answered again. Null for e-mail.',
  'whsec_c2VrcmV0LXBvd2lhZG9taWVuLWRvLXByb2JvdmFuaWE=',
)
export const targetCreated = targetView.extend({ secret: shownSecret }).meta({ id: 'NewAlertTarget' })
export const secretRenewed = z.object({
  secret: shownSecret,
  oldUntil: field(instant, 'Until then the secret before signs too.', exampleTime),
})

export const alertView = z
  .object({
    alertId: field(z.uuid(), 'Id of the alert; receivers of web hooks see `msg_` and it.', exampleAlert),
    incidentId: field(z.uuid().nullable(), 'What it is about: the same from beginning to end.', exampleAlert),
    integrationId: field(z.string().nullable(), 'The integration, where it is about one.', exampleTarget),
    at: field(instant, 'When.', exampleTime),
    phase: field(
      z.enum(alertPhases),
      'It began, there is ten times as much of it, it is over, or some were left out.',
      'opened',
    ),
    kind: field(z.string().nullable(), 'Kind of trouble; null for what is about none.', 'write-parked'),
    count: count('How much of it there is; for the operator how many accounts.', 3),
    title: field(bothLanguages, 'In a few words.'),
    text: field(bothLanguages, 'What it means.'),
    leftOut: field(z.boolean(), `Not sent: at most ${capAnHour.inAll} an hour are.`, false),
  })
  .meta({ id: 'Alert' })
export type AlertView = z.infer<typeof alertView>

export const deliveryView = z
  .object({
    deliveryId,
    targetId,
    alert: alertView,
    state: field(
      z.enum(['waiting', 'delivered', 'failed']),
      `\`waiting\` for its first or next try; \`failed\` after ${retryWaitsMs.length + 1} tries in 75 h.`,
      'delivered',
    ),
    createdAt: field(instant, 'When it was to be sent.', exampleTime),
    attempts: count('Tries so far.', 1),
    nextAt: field(instant.nullable(), 'When it is tried again; null when it is not.', exampleTime),
    lastAt: field(instant.nullable(), 'When it was last tried.', exampleTime),
    lastStatus: field(z.int().nullable(), 'Status that the other side answered, of HTTP or SMTP.', 204),
    lastFailure: field(z.string().nullable(), 'Why it did not arrive.', 'hooks.example.pl answered 500'),
  })
  .meta({ id: 'AlertDelivery' })
export type DeliveryView = z.infer<typeof deliveryView>

export const replayBody = z.strictObject({
  since: field(instant, 'Alerts since then that it has not taken are sent again.', exampleTime),
})
export const replayed = z.object({ deliveries: count('How many are sent again; at most 1000 at a time.', 12) })
