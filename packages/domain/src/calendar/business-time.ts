import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { polishHolidays } from './polish-holidays.ts'
import { inWarsaw } from './warsaw.ts'

type Calendar = Pick<IntegrationSettings, 'businessHours' | 'holidays'>

/** The day off that an instant falls on in Warsaw, by name; undefined on other days. */
export function holidayAt(instant: Date, { holidays }: Calendar): string | undefined {
  const { date } = inWarsaw(instant)
  const statutory = holidays.polish ? polishHolidays(Number(date.slice(0, 4))).get(date) : undefined
  return statutory ?? (holidays.extraDays.includes(date) ? 'dzień wolny' : undefined)
}

/** Whether the shop is at work: within the hours of the weekday, on a day that is not off. */
export function isOpenAt(instant: Date, calendar: Calendar): boolean {
  const { time, weekday } = inWarsaw(instant)
  const atWork = calendar.businessHours[weekday].some(({ from, to }) => from <= time && time < to)
  return atWork && holidayAt(instant, calendar) === undefined
}
