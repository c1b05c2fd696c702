import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generateTypes, TYPES } from '../../scripts/generate.ts'

it('has the types that the API’s document leads to (else: npm run generate)', async () => {
  expect(readFileSync(TYPES, 'utf8')).toBe(await generateTypes())
})
