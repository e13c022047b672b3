/** What the demonstration sells. */
export const lamp = {
  title: 'Lampka biurkowa LED „Świetlik”',
  sku: 'LMP-210',
  productSku: 'p1450021',
  category: 'Oświetlenie',
}
export const mug = {
  title: 'Kubek ceramiczny „Żółw” 350 ml',
  sku: 'KUB-001',
  productSku: 'p1450107',
  category: 'Kuchnia',
}
export const shelf = { title: 'Półka ścienna dębowa 80 cm', sku: 'POL-080', productSku: 'p1450333', category: 'Meble' }
export const puzzle = {
  title: 'Puzzle „Gęsia łąka” 1000 elementów',
  sku: 'PUZ-1000',
  productSku: 'p1450444',
  category: 'Gry i puzzle',
}
