import { isIP } from 'node:net'
import { z } from 'zod'

/** A list in one variable, with commas between its items. */
const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((item) => item.trim()))
  .transform((items) => items.filter((item) => item !== ''))

const count = (preset: number) => z.coerce.number().int().min(0).default(preset)

/** As browsers write it in `Origin`: no path, no default port, nothing in capitals. */
const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:[^*]+$/.test(text) && new URL(text).origin === text

/** An address, or a network such as `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

/** Of what stands between the network and the routes. */
export const httpSettings = {
  API_HOSTNAMES: list.describe(
    'Further host names of the API, with commas between them. IP addresses and names without a dot always work; ' +
      'others are refused, so that no web site can reach the API through a name of its own (DNS rebinding).',
  ),
  API_CORS_ORIGINS: list
    .refine((origins) => origins.every(isOrigin), {
      error: 'Each must be an origin as browsers write it, such as https://panel.example or http://localhost:5173',
    })
    .describe(
      'Origins whose web pages may call the API (CORS), with commas between them: `https://panel.example`, with a port ' +
        'where it is not 443, and no path. Pages of any other origin but the API’s own are refused.',
    ),
  API_TRUST_PROXY: list
    .refine((networks) => networks.every(isNetwork), {
      error: 'Each must be an IP address or a network such as 10.0.0.0/8',
    })
    .describe(
      'Addresses and networks of the reverse proxies in front of the API, with commas between them. From them, and only ' +
        'from them, `X-Forwarded-For` is believed; without, all callers behind a proxy count as one address.',
    ),
  API_RATE_PER_ADDRESS: count(600).describe(
    'Requests per minute from one address (IPv6: one network of 64 bits) to one process, valid or not; 0: no limit.',
  ),
  API_RATE_PER_TENANT: count(1_200).describe(
    'Requests per minute for one tenant to one process, by all its access keys together; 0: no limit.',
  ),
  API_REQUESTS_UNDER_WAY: count(1_000).describe(
    'Requests that may wait for their answer at the same time in one process; further ones are refused with 503. 0: no ' +
      'limit.',
  ),
  API_EVENT_LOOP_DELAY_MS: count(500).describe(
    'Mean delay of the event loop over 5 s, in ms, beyond which requests are refused with 503; 0: no limit.',
  ),
  API_STOP_DELAY_MS: count(0).describe(
    'After a signal to stop, time in which `/readyz` says no while requests are still served, in ms: as long as the load ' +
      'balancer in front needs to notice.',
  ),
}
