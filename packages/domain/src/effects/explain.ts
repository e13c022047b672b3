import type { BothLanguages } from '../words/both-languages.ts'
import type { EffectKind, Lane } from './kinds.ts'
import { laneOf } from './kinds.ts'
import type { EffectState } from './transitions.ts'

const whats: Record<EffectKind, BothLanguages> = {
  'customer:link': { pl: 'Powiązanie kupującego z CRM', en: 'Linking the buyer to the CRM' },
  'customer:add': { pl: 'Dodanie kupującego do CRM', en: 'Adding the buyer to the CRM' },
  'customer:name': { pl: 'Uzupełnienie nazwy kupującego w CRM', en: "Filling in the buyer's name in the CRM" },
  'ticket:create': { pl: 'Utworzenie zgłoszenia', en: 'Creating the ticket' },
  'ticket:update': { pl: 'Aktualizacja pól zgłoszenia', en: 'Updating the fields of the ticket' },
  'ticket:reopen': { pl: 'Ponowne otwarcie zgłoszenia', en: 'Opening the ticket again' },
  'message:mirror': { pl: 'Dodanie wiadomości do zgłoszenia', en: 'Adding a message to the ticket' },
  'comment:add': { pl: 'Dodanie komentarza do zgłoszenia', en: 'Adding a comment to the ticket' },
  'reply:send': { pl: 'Wysłanie odpowiedzi do kupującego', en: 'Sending a reply to the buyer' },
  'auto-reply:send': { pl: 'Wysłanie automatycznej odpowiedzi', en: 'Sending an automatic answer' },
  'auto-reply:mirror': {
    pl: 'Dodanie automatycznej odpowiedzi do zgłoszenia',
    en: 'Adding an automatic answer to the ticket',
  },
  'attachment:relay': { pl: 'Przekazanie pliku do zgłoszenia', en: 'Passing a file on into the ticket' },
  'attachment:send': { pl: 'Wysłanie pliku do kupującego', en: 'Sending a file to the buyer' },
}

/** What a write does, for people. */
export const effectTitle = (kind: EffectKind): BothLanguages => whats[kind]

const otherSide: Record<Lane, 'Thulium' | 'EmpikPlace'> = {
  thulium: 'Thulium',
  crm: 'Thulium',
  'ticket-fields': 'Thulium',
  'files-in': 'Thulium',
  empikplace: 'EmpikPlace',
  'auto-reply': 'EmpikPlace',
  'files-out': 'EmpikPlace',
}

/** @param parkedCode of the event `EffectParked` */
export function effectAdvice(kind: EffectKind, state: EffectState, parkedCode: string | undefined): BothLanguages {
  const side = otherSide[laneOf(kind)]
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
