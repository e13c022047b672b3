import { alertPhases, type AlertContent } from '@connector/domain/alerts'
import { allTenants } from '@connector/domain/words'
import { z } from 'zod'

const bothLanguages = z.object({ pl: z.string(), en: z.string() })

/** As it is kept beside the alert; a kind that this version does not know is still sent. */
const content = z.object({
  phase: z.enum(alertPhases),
  kind: z.string().nullable(),
  subject: z.string(),
  count: z.number(),
  since: z.string().nullable(),
  title: bothLanguages,
  text: bothLanguages,
  path: z.string(),
})

export interface StoredAlert {
  tenantId: string
  alertId: string
  incidentId: string | null
  integrationId: string
  at: Date
  content: unknown
}

const types: Record<AlertContent['phase'], string> = {
  opened: 'alert.opened',
  grew: 'alert.grew',
  over: 'alert.over',
  'left-out': 'alert.left_out',
  test: 'alert.test',
}

/** The id that receivers tell repetitions by: the same for every try, target and repetition by hand. */
export const messageId = ({ alertId }: StoredAlert): string => `msg_${alertId}`

/** Ids, counts and texts of an alert with where the console shows it. Made of what is kept, so that each try says the same. */
export function messageOf(alert: StoredAlert, publicUrl: string) {
  const { phase, kind, subject, count, since, title, text, path } = content.parse(alert.content)
  return {
    type: types[phase],
    timestamp: alert.at.toISOString(),
    data: {
      alertId: alert.alertId,
      incidentId: alert.incidentId,
      tenantId: alert.tenantId === allTenants ? null : alert.tenantId,
      integrationId: alert.integrationId === '' ? null : alert.integrationId,
      kind,
      subject,
      count,
      since,
      title,
      text,
      link: `${publicUrl.replace(/\/+$/, '')}${path}`,
    },
  }
}
export type Message = ReturnType<typeof messageOf>

/** For a person who reads mail. */
export function mailOf({ data, timestamp }: Message, language: 'pl' | 'en'): { subject: string; text: string } {
  const words = {
    pl: { account: 'Konto', shop: 'Integracja', at: 'Czas' },
    en: { account: 'Account', shop: 'Integration', at: 'Time' },
  }[language]
  const lines = [
    data.text[language],
    '',
    ...(data.tenantId === null ? [] : [`${words.account}: ${data.tenantId}`]),
    ...(data.integrationId === null ? [] : [`${words.shop}: ${data.integrationId}`]),
    `${words.at}: ${timestamp}`,
    '',
    data.link,
  ]
  return { subject: `[EmpikPlace–Thulium] ${data.title[language]}`, text: lines.join('\n') }
}
