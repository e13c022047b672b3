import { convertedOnce } from '../text/converted-once.ts'
import { joined } from './lines.ts'
import { mailLines } from './mail-text.ts'

/**
 * The text of what a buyer or an operator wrote, for people: laid out as an agent's reply is, tables and links too, with
 * nothing cut.
 */
export const messageText = convertedOnce((body: string): string => joined(mailLines(body).lines))
