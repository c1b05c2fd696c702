/**
 * An amount as people write it, in minor units; null if it is none. The last point or comma is the decimal one where as
 * many digits follow it as the currency can have; all others group thousands.
 *
 * @example parseAmount('1.234,50', 2) // 123450
 */
export const parseAmount = (text: string, digits: number): number | null => {
  const bare = text.normalize('NFKC').replace(/[\s'’_]|[^\d.,-]/g, '')
  const match = new RegExp(`^(\\d[\\d.,]*?)(?:[.,](\\d{1,${digits || 1}}))?$`).exec(bare)
  if (!match?.[1] || (match[2] && !digits)) return null
  const whole = match[1].replace(/[.,]/g, '')
  const amount = Number(whole + (match[2] ?? '').padEnd(digits, '0'))
  return amount <= 1e12 ? amount : null
}
