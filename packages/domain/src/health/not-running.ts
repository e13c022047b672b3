import { sideNames } from '../events/integration-events.ts'
import type { HealthFacts } from './facts.ts'
import type { Health } from './levels.ts'

/** A shop that is stopped has no other health than that. */
export function notRunning({ status, statusSince, rejectedBy }: HealthFacts): Health | undefined {
  switch (status) {
    case 'running':
      return undefined
    case 'configured':
      return {
        level: 'stopped',
        since: statusSince,
        owner: 'seller',
        reason: { pl: 'Integracja nie była jeszcze uruchomiona.', en: 'The integration has not been started yet.' },
      }
    case 'stopped':
      return {
        level: 'stopped',
        since: statusSince,
        owner: 'seller',
        reason: { pl: 'Integracja została zatrzymana ręcznie.', en: 'The integration was stopped on request.' },
      }
    case 'credentials-rejected': {
      const who = rejectedBy.map((side) => sideNames[side])
      const [pl, en] = who.length > 0 ? [who.join(' i '), who.join(' and ')] : ['Druga strona', 'The other side']
      return {
        level: 'credentials-rejected',
        since: statusSince,
        owner: 'seller',
        reason: {
          pl: `Zatrzymana po odrzuceniu danych logowania: ${pl}. Zapisz nowe dane, a ruszy samoczynnie. Te, które są zapisane, sprawdzamy ponownie co kwadrans.`,
          en: `Stopped after rejected credentials: ${en}. Save new ones and it will run again by itself. The stored ones are tried again every 15 minutes.`,
        },
      }
    }
  }
}
