/**
 * `npm test [-- file …]`: starts one PostgreSQL for the whole run, then runs the test files with tap.
 * Each integration test file clones a template database inside that server (see packages/store/test/support).
 */
