import { alertSettings } from '@connector/alerts'
import { panelSettings, serviceSettings } from '@connector/connections'
import { publicUrlSetting } from '@connector/service-kit'
import { z } from 'zod'
import { defaultStreamLimits } from './changes/watched.ts'
import { httpSettings } from './http/settings.ts'

export const apiSettings = serviceSettings.extend({
  PUBLIC_URL: publicUrlSetting,
  API_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on. Nothing here encrypts, so beyond this machine put something in front that does.'),
  API_AUTHENTICATION: z
    .enum(['required', 'off'])
    .default('required')
    .describe(
      '`required`: callers show an access key or a token made for one. `off`: whoever reaches the port rules every ' +
        'tenant; refused unless `API_HOST` is this machine.',
    ),
  API_TOKEN_ISSUER: z
    .string()
    .optional()
    .describe('Issuer (`iss`) that tokens name and must name; unset means `PUBLIC_URL`.'),
  API_TOKEN_AUDIENCE: z
    .string()
    .default('empikplace-thulium-connector')
    .describe('Audience (`aud`) that tokens name and must name.'),
  API_PORT: z.coerce.number().int().min(0).max(65_535).default(8080).describe('Port to listen on; 0 takes a free one.'),
  API_CONSOLE: z
    .string()
    .optional()
    .describe('Folder of the built console, as `npm run -s console` prints it; unset means that the API serves none.'),
  ...httpSettings,
  ...panelSettings,
  SINK_DOMAIN: z
    .string()
    .default('empikplace-connector.invalid')
    .describe(
      'Domain of the sender addresses of tickets, unless a tenant names its own. Thulium e-mails answers there, so in ' +
        'production it must be a domain whose mail server accepts and drops everything and never bounces.',
    ),
  API_METRICS_TOKEN: z
    .string()
    .regex(
      /^[\w.~+/=-]{16,}$/,
      'Must be at least 16 letters, digits or -._~+/=, since nothing else can be shown as a bearer token',
    )
    .optional()
    .describe('Who shows it as `Authorization: Bearer …` may read `/metrics`; unset: only programs on this machine.'),
  API_STREAMS_PER_TENANT: z.coerce
    .number()
    .int()
    .positive()
    .default(defaultStreamLimits.perTenant)
    .describe('Streams of changes that one tenant may have open in one process; further ones are refused with 429.'),
  API_STREAMS: z.coerce
    .number()
    .int()
    .positive()
    .default(defaultStreamLimits.inAll)
    .describe(
      'Streams of changes that may be open in one process, about 50 kB each; further ones are refused with 503.',
    ),
  ALERT_WEBHOOKS_TO_THIS_MACHINE: alertSettings.ALERT_WEBHOOKS_TO_THIS_MACHINE,
})

export type ApiSettings = z.infer<typeof apiSettings>
