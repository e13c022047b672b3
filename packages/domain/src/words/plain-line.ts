import { both } from './both-languages.ts'

/** Control characters, halves of surrogate pairs, and what turns the direction of the text around it (bidi). */
const unseen = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Whether a name looks to everybody like what it is: one line, and nothing in it that nobody sees. */
export const isPlainLine = (text: string): boolean => !unseen.test(text)

export const plainLineMessage = both(
  'musi być bez znaków sterujących, połówek znaków i znaków kierunku pisma',
  'Must be without control characters, halves of characters and marks of direction',
)
