import type { BothLanguages } from '@connector/domain/words'

const both = (pl: string, en: string): BothLanguages => ({ pl, en })

export const texts = {
  unknownShape: both(
    'Thulium podaje tę listę w nieznanej postaci. Wpisz wartość ręcznie.',
    'Thulium gives this list in a form that is not known. Enter the value by hand.',
  ),
  someUnreadable: (count: number) =>
    both(
      `Pominięto pozycje, których nie dało się odczytać: ${count}. Wpisz ich wartość ręcznie.`,
      `Entries that could not be read were left out: ${count}. Enter their value by hand.`,
    ),
  fieldsLearned: both(
    'Thulium nie podaje listy pól. Nazwy pochodzą z jednego rekordu, mogą więc być niepełne.',
    'Thulium does not list its fields. The names are those of one record, so they may not be all.',
  ),
  noRecord: both(
    'Thulium nie podaje listy pól, a nie ma jeszcze rekordu, z którego można by je poznać. Wpisz nazwę ręcznie.',
    'Thulium does not list its fields, and there is no record yet to learn them from. Enter the name by hand.',
  ),
} as const
