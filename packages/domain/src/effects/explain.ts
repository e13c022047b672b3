import type { BothLanguages } from '../words/both-languages.ts'
import { sideNames } from '../events/integration-events.ts'
import { sideOf, type EffectKind } from './kinds.ts'
import type { EffectState } from './transitions.ts'

/** @param parkedCode of the event `EffectParked` */
export function effectAdvice(kind: EffectKind, state: EffectState, parkedCode: string | undefined): BothLanguages {
  const side = sideNames[sideOf(kind)]
  switch (state) {
    case 'parked':
      if (parkedCode === 'effect.gateway_refused')
        return {
          pl: `Nie odmówił ${side}, tylko serwer po drodze (zapora albo brama). Sprawdź w ${side}, czy to już tam jest; jeśli tak, odrzuć. Jeśli nie, zgłoś to operatorowi łącznika i ponów, albo wyślij w panelu innymi słowami.`,
          en: `Not ${side} refused it, but a server on the way (a firewall or a gateway). Look in ${side} whether it is there; if so, dismiss it. If not, tell the operator of the connector and retry it, or send it in the panel in other words.`,
        }
      if (parkedCode === 'effect.own_fault')
        return {
          pl: `Zawinił łącznik, nie ${side}: zgłoś to jego operatorowi. Po naprawie ponów; zanim to nastąpi, sprawdź w ${side}, czy to już tam jest, i w razie potrzeby zrób to w panelu, a tu zamknij bez wykonania.`,
          en: `It is the fault of the connector and not of ${side}: tell its operator. Once it is mended, retry. Before that look in ${side} whether it is there; if need be do it in the panel, and close this undone.`,
        }
      return parkedCode === 'effect.ambiguous'
        ? {
            pl: `Sprawdź w ${side}, czy to już tam jest. Jeśli jest, zamknij bez wykonania; jeśli nie ma, ponów.`,
            en: `Look in ${side} whether it is there. If so, close it undone; if not, retry it.`,
          }
        : {
            pl: `${side} odmawia z podanego powodu. Usuń przyczynę i ponów albo zamknij bez wykonania, jeśli ma tak zostać.`,
            en: `${side} refuses for the given reason. Remove the cause and retry, or close it undone if it is to stay so.`,
          }
    case 'unknown':
      return {
        pl: `Nie wiadomo, czy się udało: zostanie to samoczynnie sprawdzone w ${side}. Nic nie trzeba robić.`,
        en: `Whether it was done is not known: it is looked up in ${side} by itself. Nothing to do.`,
      }
    case 'planned':
    case 'claimed':
      return {
        pl: 'Próby są powtarzane samoczynnie. Nic nie trzeba robić.',
        en: 'It is tried by itself, again and again. Nothing to do.',
      }
    case 'confirmed':
      return { pl: 'Zakończone.', en: 'It has ended.' }
  }
}
