export * from './request-customer-addition.ts'
export * from './customer.ts'
