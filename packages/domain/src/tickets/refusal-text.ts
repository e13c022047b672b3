import type { ReplyRefusalReason } from '../events/conversation-events.ts'
import { replyLimits } from '../mail/reply-text.ts'
import { addressLines, toReaders, type Readers } from '../words/readers.ts'

/** Why a reply stayed in Thulium, and what the agent can do. */
const texts: Record<ReplyRefusalReason, (length: number, to: string) => string> = {
  'too-short': (length, to) =>
    `Odpowiedź nie została wysłana ${to}: EmpikPlace wymaga co najmniej ${replyLimits.min} znaków, odpowiedź ma ich ${length}. ` +
    'Popraw treść i wyślij odpowiedź ponownie.',
  'too-long': (length, to) =>
    `Odpowiedź nie została wysłana ${to}: EmpikPlace przyjmuje najwyżej ${replyLimits.max} znaków, odpowiedź ma ich ${length}. ` +
    'Liczy się też stopka. Skróć treść albo podziel ją na kilka odpowiedzi i wyślij ponownie.',
  'no-customer': () =>
    'Odpowiedź nie została wysłana: w tej konwersacji nie ma klienta, sklep pisze w niej tylko z operatorem (Empikiem). ' +
    'Wyślij odpowiedź ponownie bez wiersza „@klient”, a trafi do operatora.',
  'no-operator': () =>
    'Odpowiedź nie została wysłana: operator (Empik) nie bierze udziału w tej konwersacji. ' +
    'Jeśli odpowiedź jest dla klienta, wyślij ją ponownie z pierwszym wierszem „@klient”.',
  moved: () =>
    'Odpowiedź nie została wysłana: przeniesiono ją tutaj z innego zgłoszenia, zanim zdążyła wyjść, więc nie wiadomo, dla kogo jest. ' +
    'Wyślij ją ponownie w zgłoszeniu właściwej konwersacji.',
  'own-login': () =>
    'Odpowiedź nie została wysłana: jest zapisana pod loginem, którego używa ta integracja, a wpisy pod nim nigdy nie wychodzą do klienta. ' +
    'Zaloguj się na własne konto agenta i wyślij ją ponownie, a integracji daj w Thulium osobny login.',
  'buyer-waits': () =>
    'Odpowiedź jest wstrzymana i nie została wysłana: ostatni pisał operator, a klient wciąż czeka na odpowiedź, więc nie wiadomo, ' +
    `dla kogo ona jest. Wyślij ją ponownie z pierwszym wierszem ${addressLines}.`,
  'files-unnamed': () =>
    'Plików nie wysłano do nikogo: odpowiedź nie wskazuje, kto ma je dostać, a ostatni pisał operator. ' +
    `Wyślij je ponownie z pierwszym wierszem ${addressLines}.`,
}

/** @param readers to whom it would have gone */
export const refusalText = (reason: ReplyRefusalReason, length: number, readers: Readers | undefined): string =>
  texts[reason](length, toReaders(readers).pl)
