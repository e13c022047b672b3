import type { Conversation } from '../api/queries.ts'

/** The id under which conversations with EmpikPlace's operator alone are kept; it is no customer's. */
const operatorId = 'operator'

export const isOfOperator = ({ customerId }: Pick<Conversation, 'customerId'>): boolean => customerId === operatorId
