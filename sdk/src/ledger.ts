/** Verifies the ledger of a case without any key; see the docstrings for what a verdict proves. */
export { type AnyEntry, type Fault, type Head, type Verdict, verify } from '../../worker/core/ledger.ts'
