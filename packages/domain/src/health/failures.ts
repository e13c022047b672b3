import { sideNames, type Side } from '../events/integration-events.ts'
import { warsawTime } from '../text/warsaw-time.ts'
import type { BothLanguages } from '../words/both-languages.ts'
import type { LookFailureClass } from './facts.ts'
import type { HealthOwner } from './levels.ts'

interface Meaning {
  owner: (side: Side) => HealthOwner
  /** @param nextAt when it is tried again, where that is known */
  text: (side: string, nextAt: Date | undefined) => BothLanguages
}

const theSide = (side: Side): HealthOwner => side
const seller = (): HealthOwner => 'seller'
const connector = (): HealthOwner => 'connector'

const nextTry = (nextAt: Date | undefined): BothLanguages =>
  nextAt === undefined
    ? { pl: ' Próby są powtarzane samoczynnie.', en: ' Tries are repeated by themselves.' }
    : {
        pl: ` Następna próba, samoczynna: ${warsawTime(nextAt.toISOString())}.`,
        en: ` The next try, by itself: ${warsawTime(nextAt.toISOString())}, Polish time.`,
      }

/** Whose fault a failed call is, and what is said of it. */
const failureMeanings: Record<LookFailureClass, Meaning> = {
  'credentials-rejected': {
    owner: seller,
    text: (side) => ({
      pl: `${side} odrzuca dane logowania. Sprawdź je i zapisz nowe.`,
      en: `${side} rejects the credentials. Check them and save new ones.`,
    }),
  },
  'rejects-everybody': {
    owner: theSide,
    text: (side) => ({
      pl: `${side} odrzuca teraz dane logowania większości kont, więc przyczyna leży po tamtej stronie. Próby są powtarzane samoczynnie, a dane można zostawić.`,
      en: `${side} rejects the credentials of most accounts now, so the cause is there. Tries are repeated by themselves, and the credentials can stay.`,
    }),
  },
  unreachable: {
    owner: theSide,
    text: (side) => ({
      pl: `${side} nie odpowiada. Próby są powtarzane samoczynnie.`,
      en: `${side} does not answer. Tries are repeated by themselves.`,
    }),
  },
  'rate-limited': {
    owner: theSide,
    text: (side, nextAt) => ({
      pl: `${side} prosi o rzadsze zapytania.${nextTry(nextAt).pl}`,
      en: `${side} asks for fewer requests.${nextTry(nextAt).en}`,
    }),
  },
  refused: {
    owner: seller,
    text: (side) => ({
      pl: `${side} odmawia odpowiedzi na zapytanie. Sprawdź ustawienia integracji.`,
      en: `${side} refuses the request. Check the settings of the integration.`,
    }),
  },
  // Nobody at the other side and nothing in the settings can mend it.
  'too-large': {
    owner: connector,
    text: (side) => ({
      pl: `Odpowiedź ${side} jest większa, niż łącznik przyjmuje, albo zapis jest większy, niż przepuszcza serwer po drodze. Zgłoś to operatorowi łącznika.`,
      en: `The answer of ${side} is larger than the connector takes, or a write is larger than a server on the way lets through. Tell the operator of the connector.`,
    }),
  },
  'not-connected': {
    owner: seller,
    text: () => ({
      pl: 'Brakuje klucza API EmpikPlace albo danych konta Thulium. Zapisz je w ustawieniach.',
      en: 'The API key of EmpikPlace or the data of the Thulium account are missing. Save them in the settings.',
    }),
  },
  internal: {
    owner: connector,
    text: (side) => ({
      pl: `Łącznik ma własną usterkę i nie może pracować z ${side}. Nic nie zginęło, próby są powtarzane samoczynnie. Zgłoś to operatorowi łącznika.`,
      en: `The connector has a fault of its own and cannot work with ${side}. Nothing is lost, and tries are repeated by themselves. Tell the operator of the connector.`,
    }),
  },
}

/** What a failure of a call to this side means. */
export const meaningOf = (
  side: Side,
  failureClass: LookFailureClass,
  nextAt?: Date,
): { owner: HealthOwner; reason: BothLanguages } => {
  const { owner, text } = failureMeanings[failureClass]
  return { owner: owner(side), reason: text(sideNames[side], nextAt) }
}
