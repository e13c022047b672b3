import { publicUrlSetting } from '@connector/service-kit'
import { z } from 'zod'

/** How people are told that something is wrong. Shared by the services that may do it, ingest and projector. */
export const alertSettings = {
  PUBLIC_URL: publicUrlSetting,
  ALERT_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Mail server for alerts, such as `smtps://user:password@mail.example:465`; unset: alerts by e-mail fail, and their deliveries say why.',
    ),
  ALERT_MAIL_FROM: z
    .email()
    .default('alerts@empikplace-connector.invalid')
    .describe('Sender of alerts by e-mail; an address that the mail server may send from.'),
  ALERT_EVERY_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(15_000)
    .describe('How often all shops are looked at for something that people are to be told, in ms.'),
  ALERT_WEBHOOKS_TO_THIS_MACHINE: z
    .enum(['on', 'off'])
    .default('off')
    .describe(
      '`on`: web hooks for alerts may lead to this machine, also without encryption; only for trying things out.',
    ),
}

export type AlertSettings = z.infer<z.ZodObject<typeof alertSettings>>
