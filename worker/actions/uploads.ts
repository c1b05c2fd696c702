import type { Holder } from '../vault/evidenceKeys.ts'
import type { Keys } from '../vault/keys.ts'
import type { Caller, Credential } from './types.ts'

/** Whose an upload is before it is attached, as `evidence.owner` names them: nobody else may continue or attach it. */
export const uploadOwner = (caller: Caller): string => {
  switch (caller.kind) {
    case 'intake':
      return `intake:${caller.id}`
    case 'case':
      return `case:${caller.reference}:${caller.actor.kind === 'representative' ? caller.actor.id : 'complainant'}`
    case 'partner':
      return `partner:${caller.actor.id}`
    case 'staff':
      return `staff:${caller.actor.id}`
  }
}

/** Who wraps the key of an upload before it is attached. */
export const uploadHolder = (credential: Credential, keys: Keys): Holder =>
  credential.kind === 'intake' ? { by: 'upload', token: credential.token } : { by: 'installation', master: keys.master }
