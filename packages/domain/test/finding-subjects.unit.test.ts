import t from 'tap'
import { effectKinds } from '../src/effects/index.ts'
import { findingSubject } from '../src/reconcile/index.ts'

t.test('what a finding is about is said in both languages', (t) => {
  const said: [subject: string, pl: string, en: string][] = [
    ['entry 90501', 'wpis w zgłoszeniu 90501', 'entry of the ticket 90501'],
    ['ticket 4711', 'zgłoszenie 4711', 'ticket 4711'],
    ['ticket ', 'zgłoszenie', 'ticket'],
    ['customer 815', 'rekord w CRM 815', 'record in the CRM 815'],
    ['head 2026-03-02', 'podpis dziennika z dnia 2026-03-02', 'signature of the log of 2026-03-02'],
    ['3 inputs', 'nieodczytane dane: 3', 'unreadable inputs: 3'],
    ['list', 'lista konwersacji w EmpikPlace', 'list of conversations at EmpikPlace'],
    ['MessageReceived m-1', 'wiadomość m-1', 'message m-1'],
    ['conversations shop-1 t-1', 'lista konwersacji, wiersz shop-1 t-1', 'list of conversations, row shop-1 t-1'],
    ['tenant-demo@3', 'zdarzenie tenant-demo@3', 'event tenant-demo@3'],
    ['9f4c1d52-6f0e', '9f4c1d52-6f0e', '9f4c1d52-6f0e'],
    // The names of what every object has are no words of ours.
    ['constructor 1', 'constructor 1', 'constructor 1'],
  ]
  for (const [subject, pl, en] of said) t.strictSame(findingSubject(subject), { pl, en }, subject)
  t.end()
})

t.test('a write is named by what it does, of whatever kind', (t) => {
  for (const kind of effectKinds) {
    const { pl, en } = findingSubject(`${kind}:shop-1:t-1:5`)
    t.notMatch(`${pl} ${en}`, kind)
    t.not(pl, en, kind)
  }
  t.end()
})
