/** A secret of the installation is missing or malformed. Its message says how to make one and never quotes it. */
export class SecretError extends Error {
  override name = 'SecretError'
  readonly variable: string

  constructor(variable: string, problem: string, remedy: string) {
    super(`${variable} ${problem}. ${remedy}`)
    this.variable = variable
  }
}

/**
 * - `tampered`: the bytes, the key or the place they were sealed for differ from what was sealed.
 * - `format`: not something this version of the software has sealed.
 * - `unknown_key`: sealed under a master key that is no longer among the secrets.
 */
export type SealFault = 'tampered' | 'format' | 'unknown_key'

export class SealError extends Error {
  override name = 'SealError'
  readonly fault: SealFault

  constructor(fault: SealFault, message: string) {
    super(message)
    this.fault = fault
  }
}
