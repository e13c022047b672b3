/** Buyers of the demonstration. */
export const anna = { id: 'c-700123', firstname: 'Anna', lastname: 'Kowalczyk', displayName: 'Anna K.' }
export const jozef = {
  id: 'c-700245',
  firstname: 'Józef',
  lastname: 'Żółć',
  displayName: 'Józef Ż.',
  organization: { id: 'org-55', displayName: 'Źródło & Syn' },
}
export const malgorzata = {
  id: 'c-700377',
  firstname: 'Małgorzata',
  lastname: 'Ćwiąkała',
  displayName: 'Małgorzata Ć.',
}
export const guest = { firstname: 'Łukasz', lastname: 'Gościński', displayName: 'Łukasz G.' }
