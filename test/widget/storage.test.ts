import { beforeEach, expect, test } from 'vitest'
import { forget, keep, keepFor, kept, keyFor } from '../../widget/app/storage.ts'

beforeEach(() => {
  keepFor('pk_test')
  for (const name of ['draft', 'sending']) forget(name)
})

test('what is kept comes back, until it is forgotten', () => {
  keep('draft', { subject: 'Charged twice' })
  expect(kept('draft')).toEqual({ subject: 'Charged twice' })
  forget('draft')
  expect(kept('draft')).toBeNull()
})

test('the same words go out under the same key, other words under another', () => {
  const first = keyFor('sending', { narrative: 'one' })
  expect(keyFor('sending', { narrative: 'one' })).toBe(first)
  const second = keyFor('sending', { narrative: 'two' })
  expect(second).not.toBe(first)
  forget('sending')
  expect(keyFor('sending', { narrative: 'two' })).not.toBe(second)
})
