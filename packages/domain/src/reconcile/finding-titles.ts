import { isReconcileKind, reconcileType, type ReconcileKind } from './kinds.ts'
import { both, type BothLanguages } from '../words/both-languages.ts'

/** What operations find or do, but for what reconciling finds, which has rows of its own. */
const titles = {
  'row-missing': both('Brak wiersza, który wynika z dziennika', 'A row that follows from the log is missing'),
  'row-extra': both('Wiersz, o którym dziennik nic nie mówi', 'A row of which the log says nothing'),
  'row-differs': both('Wiersz różni się od dziennika', 'A row is not what the log says'),
  'row-more': both('Dalsze wiersze różnią się od dziennika', 'Further rows are not what the log says'),
  'foreign-stream': both('Zdarzenie z innego strumienia', 'An event of another stream'),
  'wrong-id': both(
    'Identyfikator zdarzenia nie wynika z treści',
    'The id of an event does not follow from what it says',
  ),
  'revision-gap': both('Brakuje zdarzenia', 'An event is missing'),
  edited: both('Zdarzenie zmieniono po zapisaniu', 'An event was edited after it was written'),
  'head-not-signed': both('Podpis nie jest złożony żadnym z naszych kluczy', 'A signature is not of any of our keys'),
  'head-differs': both('Dziennik jest inny niż w dniu podpisu', 'The log is not what it was when it was signed'),
  unreadable: both('Ta wersja nie umie tego odczytać', 'This version cannot read it'),
  'not-read': both('Nie udało się odczytać', 'It could not be read'),
  'would-record': both('Zostałoby dopisane do dziennika', 'It would be recorded'),
  recorded: both('Dopisano do dziennika', 'It was recorded'),
  'would-retry': both('Zostałoby ponowione', 'It would be tried again'),
  retried: both('Ponowiono', 'It is tried again'),
  'would-dismiss': both('Zostałoby zamknięte bez wykonania', 'It would be given up'),
  dismissed: both('Zamknięto bez wykonania', 'It was given up'),
  'passed-over': both('Ktoś inny zdecydował w tym czasie', 'Somebody else decided meanwhile'),
  'would-erase': both('Konwersacja zostałaby usunięta', 'The conversation would be erased'),
  erased: both('Usunięto dane z konwersacji', 'The conversation was erased'),
  'would-stop': both('Zapis zostałby zatrzymany', 'A write would be stopped'),
  stopped: both('Zatrzymano zapis', 'A write was stopped'),
  'lies-at-empikplace': both('Konwersacja pozostaje w EmpikPlace', 'The conversation stays at EmpikPlace'),
  'lies-in-thulium': both('Zgłoszenie pozostaje w Thulium', 'The ticket stays in Thulium'),
  'not-sealed': both('Zapisów bez klucza nie da się zmienić', 'What was written without a key cannot be changed'),
  'not-erased': both('Nie usunięto: ta wersja nie umie odczytać konwersacji', 'Not erased: it could not be read'),
} as const satisfies Record<string, BothLanguages>

/** Every word by which a finding is known to programs. */
export type FindingKind = keyof typeof titles | ReconcileKind

const hasTitle = (what: string): what is keyof typeof titles => Object.hasOwn(titles, what)

/** The title of a finding; one of a newer version is shown by its name. */
export function findingTitle(what: string): BothLanguages {
  if (isReconcileKind(what)) return reconcileType(what).title
  return hasTitle(what) ? titles[what] : both(what, what)
}
