/** Who wrote a message. `unknown` is kept apart: EmpikPlace may add kinds of users without notice. */
export const authors = ['customer', 'seller', 'operator', 'unknown'] as const
export type Author = (typeof authors)[number]
