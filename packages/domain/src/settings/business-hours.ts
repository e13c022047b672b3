import { z } from 'zod'
import { labelled } from './labelled.ts'

/** `HH:MM`, Europe/Warsaw; `24:00` ends a day. */
const timeOfDay = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time such as 08:30')

const day = z
  .array(
    z.strictObject({ from: timeOfDay, to: timeOfDay }).refine(({ from, to }) => from < to, 'From must be before to'),
  )
  .max(5)

const workday = day.prefault([{ from: '08:00', to: '16:00' }])
const freeDay = day.prefault([])

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

export const businessHours = z.strictObject({
  monday: workday,
  tuesday: workday,
  wednesday: workday,
  thursday: workday,
  friday: workday,
  saturday: freeDay,
  sunday: freeDay,
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
