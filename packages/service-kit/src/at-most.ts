/**
 * So many entries at most, for an LRU cache that is mostly far from full: by `max` it makes room for all of them when it is
 * made, which for 50 000 takes 10 ms and 2 MB, and a service has thirty caches.
 */
export const atMost = (count: number): { maxSize: number; sizeCalculation: () => number } => ({
  maxSize: count,
  sizeCalculation: () => 1,
})
