/** The end of what is made by somebody who ends himself: nothing outlives its maker. */
export const earlier = (end: Date, makersEnd: Date | null): Date => (makersEnd && makersEnd < end ? makersEnd : end)
