export * from './empikplace.ts'
export * from './empikplace-orders.ts'
export {
  earliestLocalDateSince,
  endOfLocalMinute,
  instantToLocalDate,
  localDateToInstant,
  warsaw,
} from './local-date.ts'
export type { Page, Parsed, Unreadable } from './page.ts'
export { saysError } from './says-error.ts'
export * from './thulium.ts'
export * from './thulium-dictionaries.ts'
export type { components as EmpikPlaceComponents } from './empikplace.generated.ts'
export type { components as ThuliumComponents } from './thulium.generated.ts'
export { withoutUndefined } from './without-undefined.ts'
