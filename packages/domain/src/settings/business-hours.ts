import { z } from 'zod'
import { both, inBoth } from '../words/both-languages.ts'
import { labelled } from './labelled.ts'

/** `HH:MM`, Europe/Warsaw; `24:00` ends a day. */
const timeOfDay = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time such as 08:30')

const hours = z
  .strictObject({
    from: labelled(timeOfDay, ['Od', 'GG:MM.'], ['From', 'HH:MM.'], '08:00'),
    to: labelled(timeOfDay, ['Do', 'GG:MM; 24:00 kończy dobę.'], ['To', 'HH:MM; 24:00 ends the day.'], '16:00'),
  })
  .refine(({ from, to }) => from < to, inBoth(both('„od” musi być przed „do”', 'From must be before to')))

const day = z.array(hours).max(5)

const open = {
  pl: 'Kiedy obsługa odpowiada; pusta lista oznacza cały dzień wolny.',
  en: 'When people answer; none means closed all day.',
}

const workday = day.prefault([{ from: '08:00', to: '16:00' }])
const freeDay = day.prefault([])

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

export const businessHours = z.strictObject({
  monday: labelled(workday, ['Poniedziałek', open.pl], ['Monday', open.en]),
  tuesday: labelled(workday, ['Wtorek', open.pl], ['Tuesday', open.en]),
  wednesday: labelled(workday, ['Środa', open.pl], ['Wednesday', open.en]),
  thursday: labelled(workday, ['Czwartek', open.pl], ['Thursday', open.en]),
  friday: labelled(workday, ['Piątek', open.pl], ['Friday', open.en]),
  saturday: labelled(freeDay, ['Sobota', open.pl], ['Saturday', open.en]),
  sunday: labelled(freeDay, ['Niedziela', open.pl], ['Sunday', open.en]),
})

export const holidays = z.strictObject({
  polish: labelled(
    z.boolean().default(true),
    ['Polskie święta', 'Dni ustawowo wolne od pracy, także ruchome.'],
    ['Polish holidays', 'Statutory days off, the movable ones included.'],
  ),
  extraDays: labelled(
    z.array(z.iso.date()).max(200).default([]),
    ['Dodatkowe dni wolne', 'Daty w postaci RRRR-MM-DD.'],
    ['Further days off', 'Dates as YYYY-MM-DD.'],
  ),
})

export type BusinessHours = z.infer<typeof businessHours>
export type Holidays = z.infer<typeof holidays>
