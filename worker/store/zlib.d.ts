// What the store uses of Node's zlib, which workerd has too; the Worker is not type-checked against Node as a whole.
declare module 'node:zlib' {
  interface WithDictionary {
    dictionary: Uint8Array
  }
  export function deflateRawSync(data: Uint8Array, options: WithDictionary): Uint8Array
  export function inflateRawSync(data: Uint8Array, options: WithDictionary): Uint8Array
}
