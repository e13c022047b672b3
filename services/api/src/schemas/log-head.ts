import { z } from 'zod'
import { field } from './field.ts'
import { exampleTime, instant } from './views.ts'

export const logHeadView = z
  .object({
    day: field(z.string(), 'The day on which it was signed, in UTC.', '2026-03-02'),
    position: field(
      z.string(),
      'The last event that it covers, in the log in which it was signed; in a copy of that log it has another place.',
      '00000000000000000870.0000000000000000016',
    ),
    events: field(z.int().min(0), 'How many events of this tenant it covers, from the first one on.', 12_345),
    digest: field(
      z.string(),
      'SHA-256 over all of them, in hexadecimal.',
      'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
    ),
    keyId: field(
      z.string(),
      'The key that signed it, in `/.well-known/log-keys.json`.',
      '0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30',
    ),
    signature: field(
      z.string(),
      'Ed25519, in base64, over the JSON text `["log-head/1",tenantId,day,position,events,digest]`.',
      'pC4rPl1yA3cV0m2l0Q==',
    ),
    signedAt: field(instant, 'When.', exampleTime),
  })
  .meta({ id: 'LogHead' })
