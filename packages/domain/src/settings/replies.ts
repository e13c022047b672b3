import { z } from 'zod'
import { labelled } from './labelled.ts'

/** How agents' replies reach EmpikPlace. */
export const replies = z.strictObject({
  recipients: labelled(
    z.enum(['rule', 'customer', 'everyone']).default('rule'),
    [
      'Adresaci odpowiedzi',
      'Reguła: do tego, kto pisał ostatni. Obsługa może wskazać adresata w pierwszym wierszu: @klient, @operator lub @wszyscy.',
    ],
    [
      'Recipients of replies',
      'The rule: whoever wrote last. An agent can name them in the first line: @klient (buyer), @operator or @wszyscy (both).',
    ],
  ),
  waitingBuyer: labelled(
    z.enum(['include', 'hold']).default('include'),
    [
      'Klient, który czeka',
      'Gdy ostatni pisał operator, a klient czeka na odpowiedź: wyślij także do klienta albo wstrzymaj odpowiedź i zapytaj w komentarzu. Plików nie dostaje wtedy nikt, kogo nie wskazano.',
    ],
    [
      'A buyer who waits',
      'When the operator wrote last while the buyer waits for an answer: send to the buyer too, or hold the reply and ask in a comment. Files go to nobody then who was not named.',
    ],
  ),
  footer: labelled(
    z.string().trim().max(2_000).default(''),
    ['Stopka', 'Zwykły tekst dodawany pod każdą odpowiedzią do klienta.'],
    ['Footer', 'Plain text added below each reply to the buyer.'],
  ),
})
