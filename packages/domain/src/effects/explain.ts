import type { BothLanguages } from '../words/both-languages.ts'
import { sideNames } from '../events/integration-events.ts'
import { sideOf, type EffectKind } from './kinds.ts'
import type { EffectState } from './transitions.ts'

/** @param parkedCode of the event `EffectParked` */
export function effectAdvice(kind: EffectKind, state: EffectState, parkedCode: string | undefined): BothLanguages {
  const side = sideNames[sideOf(kind)]
  switch (state) {
    case 'parked':
      return parkedCode === 'effect.ambiguous'
        ? {
            pl: `Sprawdź w ${side}, czy to już tam jest. Jeśli jest, odrzuć; jeśli nie ma, ponów.`,
            en: `Look in ${side} whether it is there. If so, dismiss it; if not, retry it.`,
          }
        : {
            pl: `${side} odmawia z podanego powodu. Usuń przyczynę i ponów, albo odrzuć, jeśli ma tak zostać.`,
            en: `${side} refuses for the given reason. Remove the cause and retry, or dismiss it if it shall stay undone.`,
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
