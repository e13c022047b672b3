import type { EffectFailure } from '../effects/transitions.ts'
import { sideNames, sides, type Side } from '../events/integration-events.ts'
import { missingFieldText, type MissingField } from '../integration/custom-fields.ts'
import type { IntegrationStatus } from '../integration/state.ts'
import { warsawTime } from '../text/warsaw-time.ts'
import type { BothLanguages } from '../words/both-languages.ts'

/** From good to bad for a running integration; the last two are states in which nothing runs. */
export const healthLevels = ['ok', 'late', 'failing', 'stopped', 'credentials-rejected'] as const
export type HealthLevel = (typeof healthLevels)[number]

/** How a look can fail. Credentials that are rejected together with those of most other accounts are no matter of this one. */
export type LookFailureClass = EffectFailure['failureClass'] | 'rejects-everybody'

/** What is known of the looks at one outside API. */
export interface SideFacts {
  lastSuccessAt: Date | undefined
  nextAt: Date
  /** Failed looks since the last good one. */
  failures: number
  lastFailure: { failureClass: LookFailureClass } | undefined
}

export interface HealthFacts {
  status: IntegrationStatus
  /** When the status became what it is; undefined when that is not known. */
  statusSince: Date | undefined
  /** Sides that answered with a rejection last. */
  rejectedBy: readonly Side[]
  /** Custom fields of Thulium that somebody renamed or removed. */
  missingFields: readonly MissingField[]
  /** A side without facts has never been looked at. */
  sides: Partial<Record<Side, SideFacts>>
  /** When the oldest event was recorded that the read models do not show yet. */
  unprojectedSince: Date | undefined
  effects: {
    parked: number
    /** When the oldest parked write was planned. */
    oldestParkedAt: Date | undefined
    /** When the oldest write that is still under way, waiting or uncertain, was planned. */
    oldestWaitingAt: Date | undefined
  }
  /** The database was restored from a backup, and nobody has confirmed yet that writing may go on. */
  restore: { since: Date; at: Date } | undefined
  /** Conversations, or the integration or its account, that this version cannot read. */
  quarantined: { count: number; since: Date | undefined }
}

export interface Health {
  level: HealthLevel
  /** When it became so; undefined where the facts do not tell. */
  since: Date | undefined
  reason: BothLanguages
}

export interface HealthLimits {
  /** A side must have been looked at with success this recently. */
  lookWithinMs: Record<Side, number>
  /** Failed looks in a row that are more than a hiccup. */
  failingAfter: number
  /** A write may take this long before it is late. */
  writeWithinMs: number
  /** What was recorded may take this long until the writes that it asks for are planned. */
  projectWithinMs: number
}

/**
 * EmpikPlace is looked at every 120 s and Thulium every 45 s: two and a half intervals, or five of the quicker one, may
 * pass. A write waits for at most three look-ups (2.5 min) before it is tried again, so 10 min mean that it is stuck.
 * What is recorded is projected within a second; 2 min behind means that nobody does it, or cannot keep up.
 */
export const defaultHealthLimits: HealthLimits = {
  lookWithinMs: { empikplace: 300_000, thulium: 225_000 },
  failingAfter: 3,
  writeWithinMs: 600_000,
  projectWithinMs: 120_000,
}

const failureTexts: Record<LookFailureClass, (side: string, nextAt: Date) => BothLanguages> = {
  'credentials-rejected': (side) => ({
    pl: `${side} odrzuca dane logowania. Sprawdź je i zapisz nowe.`,
    en: `${side} rejects the credentials. Check them and save new ones.`,
  }),
  'rejects-everybody': (side) => ({
    pl: `${side} odrzuca teraz dane logowania większości kont, więc przyczyna leży po tamtej stronie. Próby są powtarzane samoczynnie, a dane można zostawić.`,
    en: `${side} rejects the credentials of most accounts now, so the cause is there. Tries are repeated by themselves, and the credentials can stay.`,
  }),
  unreachable: (side) => ({
    pl: `${side} nie odpowiada. Próby są powtarzane samoczynnie.`,
    en: `${side} does not answer. Tries are repeated by themselves.`,
  }),
  'rate-limited': (side, nextAt) => ({
    pl: `${side} prosi o rzadsze zapytania. Następna próba, samoczynna: ${warsawTime(nextAt.toISOString())}.`,
    en: `${side} asks for fewer requests. The next try, by itself: ${warsawTime(nextAt.toISOString())}, Polish time.`,
  }),
  refused: (side) => ({
    pl: `${side} odmawia odpowiedzi na zapytanie. Sprawdź ustawienia integracji.`,
    en: `${side} refuses the request. Check the settings of the integration.`,
  }),
  // Nobody at the other side and nothing in the settings can mend it.
  'too-large': (side) => ({
    pl: `Odpowiedź ${side} jest większa, niż łącznik przyjmuje. Zgłoś to administratorowi łącznika.`,
    en: `The answer of ${side} is larger than the connector takes. Tell the operator of the connector.`,
  }),
  internal: (side) => ({
    pl: `Łącznik ma własną usterkę i nie odczytuje ${side}. Nic nie zginęło, próby są powtarzane samoczynnie. Zgłoś to administratorowi łącznika.`,
    en: `The connector has a fault of its own and does not read ${side}. Nothing is lost, and tries are repeated by themselves. Tell the operator of the connector.`,
  }),
}

const after = (date: Date, ms: number): Date => new Date(date.getTime() + ms)

/** The last moment at which a side was certainly well, or was given a fresh start: a stopped time does not count. */
function wellUntil(side: Side, { sides: known, statusSince }: HealthFacts): Date | undefined {
  const success = known[side]?.lastSuccessAt
  return success === undefined || (statusSince !== undefined && statusSince > success) ? statusSince : success
}

function sideHealth(side: Side, facts: HealthFacts, limits: HealthLimits, now: Date): Health | undefined {
  const known = facts.sides[side]
  const well = wellUntil(side, facts)
  const due = well && after(well, limits.lookWithinMs[side])
  const overdue = due !== undefined && due < now
  // Before the first success since the start, failures may be those of the time before it.
  const current = overdue || (known?.lastSuccessAt !== undefined && well === known.lastSuccessAt)
  if (known?.lastFailure !== undefined && current && (known.failures >= limits.failingAfter || overdue))
    return {
      level: 'failing',
      since: well,
      reason: failureTexts[known.lastFailure.failureClass](sideNames[side], known.nextAt),
    }
  if (!overdue) return undefined
  return {
    level: 'late',
    since: due,
    reason: {
      pl: `${sideNames[side]} nie był odpytywany na czas. Sprawdź, czy usługa ingest działa.`,
      en: `${sideNames[side]} was not looked at in time. Check that the ingest service is running.`,
    },
  }
}

/** Nothing can be found or linked by a field that is not there. */
const fieldsHealth = ({ missingFields }: HealthFacts): Health[] =>
  missingFields.map((field) => ({ level: 'failing', since: field.since, reason: missingFieldText(field) }))

function effectsHealth({ effects }: HealthFacts, limits: HealthLimits, now: Date): Health[] {
  const found: Health[] = []
  if (effects.parked > 0)
    found.push({
      level: 'failing',
      since: effects.oldestParkedAt,
      reason: {
        pl: `Wstrzymane zapisy: ${effects.parked}. Każdy wymaga decyzji człowieka: ponów albo odrzuć.`,
        en: `Parked writes: ${effects.parked}. Each needs a person's decision: retry or dismiss.`,
      },
    })
  const due = effects.oldestWaitingAt && after(effects.oldestWaitingAt, limits.writeWithinMs)
  if (due && due < now)
    found.push({
      level: 'late',
      since: due,
      reason: {
        pl: 'Zapisy czekają zbyt długo. Sprawdź, czy usługa projector działa i czy druga strona odpowiada.',
        en: 'Writes wait for too long. Check that the projector service is running and that the other side answers.',
      },
    })
  return found
}

/** Neither side nor the settings can mend it: the fault is ours. */
const quarantineHealth = ({ quarantined: { count, since } }: HealthFacts): Health[] =>
  count === 0
    ? []
    : [
        {
          level: 'failing',
          since,
          reason: {
            pl: `Ta wersja łącznika nie umie odczytać części zapisanych zdarzeń (konwersacje: ${count}). Nic nie zginęło, a reszta działa. Zgłoś to administratorowi łącznika.`,
            en: `This version of the connector cannot read some recorded events (conversations: ${count}). Nothing is lost, and the rest goes on. Tell the operator of the connector.`,
          },
        },
      ]

/** Neither side nor the settings can mend it, and it explains whatever is late beside it. */
const restoreHealth = ({ restore }: HealthFacts): Health | undefined =>
  restore && {
    level: 'failing',
    since: restore.at,
    reason: {
      pl: `Wstrzymane po przywróceniu kopii bazy z ${warsawTime(restore.since.toISOString())}: łącznik tylko czyta i niczego nie zapisuje ani nie wysyła, dopóki jego administrator tego nie potwierdzi.`,
      en: `Paused after the database was restored from a backup of ${warsawTime(restore.since.toISOString())}, Polish time: the connector only reads, and writes and sends nothing until its operator confirms.`,
    },
  }

/** Writes that are not planned yet cannot be late; without this a projector that is gone would look like a quiet day. */
function projectionHealth({ unprojectedSince }: HealthFacts, limits: HealthLimits, now: Date): Health[] {
  const due = unprojectedSince && after(unprojectedSince, limits.projectWithinMs)
  if (!due || due >= now) return []
  return [
    {
      level: 'late',
      since: due,
      reason: {
        pl: 'To, co odebrano, czeka na przetworzenie. Sprawdź, czy usługa projector działa.',
        en: 'What was received waits to be processed. Check that the projector service is running.',
      },
    },
  ]
}

function notRunning({ status, statusSince, rejectedBy }: HealthFacts): Health | undefined {
  switch (status) {
    case 'running':
      return undefined
    case 'configured':
      return {
        level: 'stopped',
        since: statusSince,
        reason: { pl: 'Integracja nie była jeszcze uruchomiona.', en: 'The integration has not been started yet.' },
      }
    case 'stopped':
      return {
        level: 'stopped',
        since: statusSince,
        reason: { pl: 'Integracja jest zatrzymana na życzenie.', en: 'The integration was stopped on request.' },
      }
    case 'credentials-rejected': {
      const who = rejectedBy.map((side) => sideNames[side])
      const [pl, en] = who.length > 0 ? [who.join(' i '), who.join(' and ')] : ['Druga strona', 'The other side']
      return {
        level: 'credentials-rejected',
        since: statusSince,
        reason: {
          pl: `Zatrzymana po odrzuceniu danych logowania: ${pl}. Zapisz nowe dane, a ruszy samoczynnie. Zapisane są próbowane ponownie co kwadrans.`,
          en: `Stopped after rejected credentials: ${en}. Save new ones and it will run again by itself. The stored ones are tried again every 15 minutes.`,
        },
      }
    }
  }
}

const severity = ({ level }: Health): number => healthLevels.indexOf(level)
const begun = ({ since }: Health): number => since?.getTime() ?? Infinity

/** How an integration is doing: the worst of what the facts say; of two equally bad things, the older one. */
export function healthOf(facts: HealthFacts, now: Date, limits: HealthLimits = defaultHealthLimits): Health {
  const stopped = notRunning(facts) ?? restoreHealth(facts)
  if (stopped) return stopped
  const found = [
    ...sides.flatMap((side) => sideHealth(side, facts, limits, now) ?? []),
    ...fieldsHealth(facts),
    ...effectsHealth(facts, limits, now),
    ...quarantineHealth(facts),
    ...projectionHealth(facts, limits, now),
  ]
  const [worst] = found.sort((one, other) => severity(other) - severity(one) || begun(one) - begun(other))
  if (worst) return worst
  const looked = sides.every((side) => facts.sides[side]?.lastSuccessAt === wellUntil(side, facts))
  return looked
    ? { level: 'ok', since: undefined, reason: { pl: 'Wszystko działa.', en: 'Everything is working.' } }
    : {
        level: 'ok',
        since: facts.statusSince,
        reason: {
          pl: 'Uruchomiona; czeka na pierwszy udany odczyt obu stron.',
          en: 'Started; waiting for the first good look at both sides.',
        },
      }
}
