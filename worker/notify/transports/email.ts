import { bounced, type Email, failed, retry, type Sent, sent } from './types.ts'

/**
 * Errors of Cloudflare's binding that no repetition mends (Email Service, "Workers API: error codes"). What is not named
 * here, a limit, an outage, a domain not yet verified, is tried again.
 */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'E_VALIDATION_ERROR',
  'E_FIELD_MISSING',
  'E_RECIPIENT_NOT_ALLOWED',
  'E_CONTENT_TOO_LARGE',
])

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'E_UNKNOWN'

/**
 * Sends by the `send_email` binding, which builds the MIME message, and with it `Message-ID`, itself. Our own id travels
 * in a header of ours; `Auto-Submitted` keeps out-of-office replies away (RFC 3834, 5).
 */
export const sendEmail = async (binding: SendEmail, email: Email): Promise<Sent> => {
  const { id, from, to, subject, text, html, language } = email
  const headers = {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': language,
    'X-Redress-Message': id,
  }
  try {
    await binding.send({ from, to, subject, text, html, headers })
    return sent
  } catch (error) {
    const code = codeOf(error)
    if (code === 'E_RECIPIENT_SUPPRESSED') return bounced(code)
    return FOR_GOOD.has(code) ? failed(code) : retry(code)
  }
}
