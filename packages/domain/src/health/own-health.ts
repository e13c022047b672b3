import { warsawTime } from '../text/warsaw-time.ts'
import type { BothLanguages } from '../words/both-languages.ts'
import { workingServices, type HealthFacts, type HealthLimits, type OwnFault, type WorkingService } from './facts.ts'
import { after, type Health } from './levels.ts'

/** What neither side nor the settings can mend: the faults of the connector itself. */

const own = (level: Health['level'], since: Date | undefined, reason: BothLanguages): Health => ({
  level,
  since,
  owner: 'connector',
  reason,
})

const faultTexts: Record<OwnFault, BothLanguages> = {
  'database-away': { pl: 'baza danych nie odpowiada', en: 'its database does not answer' },
  'database-takes-no-writes': { pl: 'baza danych nie przyjmuje zapisów', en: 'its database takes no writes' },
  'master-key': { pl: 'zapisanych danych logowania nie da się odczytać', en: 'stored credentials cannot be opened' },
}

/** It explains whatever is late beside it. */
export const faultHealth = ({ ownFault }: HealthFacts): Health | undefined =>
  ownFault &&
  own('failing', ownFault.since, {
    pl: `Łącznik ma własną usterkę: ${faultTexts[ownFault.fault].pl}. Nic z EmpikPlace ani z Thulium nie zginęło. Zgłoś to operatorowi łącznika.`,
    en: `The connector has a fault of its own: ${faultTexts[ownFault.fault].en}. Nothing of EmpikPlace or Thulium is lost. Tell the operator of the connector.`,
  })

/** It explains whatever is late beside it, too. */
export const restoreHealth = ({ restore }: HealthFacts): Health | undefined =>
  restore &&
  own('failing', restore.at, {
    pl: `Wstrzymane po przywróceniu kopii bazy z ${warsawTime(restore.since.toISOString())}: łącznik tylko czyta i niczego nie zapisuje ani nie wysyła, dopóki jego operator tego nie potwierdzi.`,
    en: `Paused after the database was restored from a backup of ${warsawTime(restore.since.toISOString())}, Polish time: the connector only reads, and writes and sends nothing until its operator confirms.`,
  })

/**
 * Nobody works: then nothing fails either, and a quiet day looks the same. It explains whatever is late or failing beside it:
 * a failure that was seen before is looked at no more.
 */
export function workersHealth(
  { workers, statusSince }: HealthFacts,
  limits: HealthLimits,
  now: Date,
  services: readonly WorkingService[] = workingServices,
): Health[] {
  return services.flatMap((service) => {
    const { isRunning, heldUntil, leaseMs } = workers[service]
    // A lease that ended before the start says nothing about the time after it.
    const since =
      heldUntil !== undefined && (statusSince === undefined || heldUntil > statusSince) ? heldUntil : statusSince
    if (
      since === undefined
        ? heldUntil !== undefined
        : after(since, leaseMs === undefined ? limits.takeOverWithinMs : 2 * leaseMs) >= now
    )
      return []
    return own(
      'failing',
      since,
      isRunning
        ? {
            pl: `Nikt nie pracuje dla tego konta: usługa ${service} działa, ale się nim nie zajmuje. Nic nie zginęło. Zgłoś to operatorowi łącznika.`,
            en: `Nobody works for this account: the ${service} service runs and does not take care of it. Nothing is lost. Tell the operator of the connector.`,
          }
        : {
            pl: `Nikt nie pracuje dla tego konta: usługa ${service} nie działa. Nic nie zginęło. Zgłoś to operatorowi łącznika.`,
            en: `Nobody works for this account: the ${service} service is not running. Nothing is lost. Tell the operator of the connector.`,
          },
    )
  })
}

export const quarantineHealth = ({ quarantined: { count, since } }: HealthFacts): Health[] =>
  count === 0
    ? []
    : [
        own('failing', since, {
          pl: `Ta wersja łącznika nie umie odczytać części zapisanych zdarzeń (konwersacje: ${count}). Nic nie zginęło, a reszta działa. Zgłoś to operatorowi łącznika.`,
          en: `This version of the connector cannot read some recorded events (conversations: ${count}). Nothing is lost, and the rest goes on. Tell the operator of the connector.`,
        }),
      ]

/** Writes that are not planned yet cannot be late. */
export function projectionHealth({ unprojectedSince }: HealthFacts, limits: HealthLimits, now: Date): Health[] {
  const due = unprojectedSince && after(unprojectedSince, limits.projectWithinMs)
  if (!due || due >= now) return []
  return [
    own('late', due, {
      pl: 'To, co odebrano, czeka na przetworzenie: usługa projector nie nadąża. Zgłoś to operatorowi łącznika.',
      en: 'What was received waits to be processed: the projector service cannot keep up. Tell the operator of the connector.',
    }),
  ]
}

export const rebuildingHealth = (): Health =>
  own('rebuilding', undefined, {
    pl: 'Widoki są odtwarzane z dziennika zdarzeń: listy i liczby są chwilowo niepełne. Wiadomości i odpowiedzi nie giną.',
    en: 'What is shown is filled anew from the event log: lists and counts are not whole for a while. No message and no reply is lost.',
  })
