/**
 * What is used of the client. Import it dynamically, so that nobody without NATS loads it; from here, since a bundler gives a
 * CommonJS module that is imported so no names.
 */
export { connect, credsAuthenticator } from 'nats'
