import type { AdditionView } from '../reads/customer-addition.ts'
import { html } from './html.ts'
import type { Language, Page, Words } from './page.ts'

const texts = {
  pl: {
    offer: 'Dodaj klienta do CRM',
    explain:
      'Powstanie rekord CRM z tymi danymi. Jeśli jest już rekord z tym ID klienta, zostanie użyty zamiast nowego.',
    name: 'Imię',
    surname: 'Nazwisko',
    customerId: 'ID klienta EmpikPlace',
    field: 'Pole CRM',
    system: 'Konto Thulium',
    unknown: 'nieznane',
    button: 'Dodaj do CRM',
    requested: 'Klient będzie w CRM za chwilę',
    requestedText: 'Numer rekordu pojawi się w komentarzu zgłoszenia. Tę stronę można zamknąć.',
    inCrm: 'Klient jest w CRM',
    record: (id: number) => `Numer rekordu: ${id}. Kolejne zgłoszenia tego klienta będą z nim powiązane.`,
    pin: 'API Thulium nie zmienia klienta w istniejącym zgłoszeniu: przypnij do niego rekord w panelu Thulium.',
    notOutside: 'Nie ma kogo dodać',
    notOutsideText: 'Klient tej konwersacji nie został zostawiony poza CRM.',
  },
  en: {
    offer: 'Add the buyer to the CRM',
    explain:
      'A CRM record with these data will be created. If there is a record with this customer id already, it is used instead.',
    name: 'First name',
    surname: 'Surname',
    customerId: 'EmpikPlace customer id',
    field: 'CRM field',
    system: 'Thulium account',
    unknown: 'not known',
    button: 'Add to CRM',
    requested: 'The buyer will be in the CRM in a moment',
    requestedText: 'The number of the record will be in a comment of the ticket. This page can be closed.',
    inCrm: 'The buyer is in the CRM',
    record: (id: number) => `Number of the record: ${id}. Later tickets of this buyer will be linked to it.`,
    pin: 'Thulium’s API cannot change the customer of an existing ticket: pin the record to it in Thulium’s panel.',
    notOutside: 'There is nobody to add',
    notOutsideText: 'The buyer of this conversation was not left outside the CRM.',
  },
} as const

function words(view: AdditionView, language: Language): Words {
  const says = texts[language]
  switch (view.status) {
    case 'offered':
      return {
        title: says.offer,
        text: html`<dl>
            <dt>${says.name}</dt>
            <dd>${view.name === '' ? says.unknown : view.name}</dd>
            <dt>${says.surname}</dt>
            <dd>${view.surname}</dd>
            <dt>${says.customerId}</dt>
            <dd>${view.customerId}</dd>
            <dt>${says.field}</dt>
            <dd>${view.field}</dd>
            <dt>${says.system}</dt>
            <dd>${view.system}</dd>
          </dl>
          <p>${says.explain}</p>
          <form method="post"><button>${says.button}</button></form>`,
      }
    case 'requested':
      return { title: says.requested, text: says.requestedText }
    case 'in-crm':
      return {
        title: says.inCrm,
        text: html`<p>${says.record(view.thuliumCustomerId)}</p>
          <p>${says.pin}</p>`,
      }
    case 'not-outside':
      return { title: says.notOutside, text: says.notOutsideText }
  }
}

/** The page behind the link "add to CRM" of a ticket. Looking at it changes nothing: mail scanners follow links. */
export const addToCrmPage = (view: AdditionView): Page => ({
  status: 200,
  pl: words(view, 'pl'),
  en: words(view, 'en'),
})

export const linkExpired: Page = {
  status: 410,
  pl: { title: 'Ten link wygasł', text: 'Dodaj klienta do CRM w panelu Thulium i wpisz jego ID w pole CRM.' },
  en: {
    title: 'This link has expired',
    text: 'Add the buyer to the CRM in the panel of Thulium, with the customer id in the CRM field.',
  },
}

export const shopGone: Page = {
  status: 410,
  pl: {
    title: 'Ten sklep nie jest już połączony',
    text: 'Dodaj klienta do CRM w panelu Thulium i wpisz jego ID w pole CRM.',
  },
  en: {
    title: 'This shop is no longer connected',
    text: 'Add the buyer to the CRM in the panel of Thulium, with the customer id in the CRM field.',
  },
}

export const notNow: Page = {
  status: 503,
  retryAfter: 60,
  pl: { title: 'Teraz się nie da', text: 'Spróbuj ponownie za kilka minut; link nadal działa.' },
  en: { title: 'This cannot be done now', text: 'Try again in a few minutes; the link still works.' },
}

export const linkBroken: Page = {
  status: 404,
  pl: {
    title: 'Ten link nie działa',
    text: 'Jest niepełny albo zmieniony. Otwórz go ze zgłoszenia jeszcze raz, w całości.',
  },
  en: {
    title: 'This link does not work',
    text: 'It is incomplete or was changed. Open it from the ticket once more, as a whole.',
  },
}
