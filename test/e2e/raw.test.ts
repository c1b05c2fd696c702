import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api } from '../support/api.ts'
import { rawFiles } from '../support/d1File.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { file } from '../support/walk.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ seed: 'people', vars: { ENVIRONMENT: 'production' } })
})
afterAll(() => server.stop())

it('a read of the raw files shows nothing a complainant said', async () => {
  const secrets = {
    name: 'Wilhelmina Ravenscroft-Ng',
    email: 'wilhelmina.ravenscroft@example.org',
    narrative: 'The turquoise ledger vanished beneath the observatory.',
    chinese: '我在天文台丢失了一笔款项',
    message: 'A zephyr carried the cheque away.',
    file: 'quicksilver-statement.txt',
  }
  const api = new Api(fetch, server.origin)
  const visitor = api.as(await api.intakeToken('pk_demo_trading'))
  const upload = await visitor.upload(secrets.file, new TextEncoder().encode(secrets.narrative))
  const { filed, complainant } = await file(api, 'pk_demo_trading', {
    complainant: { name: secrets.name, email: secrets.email, phone: '+44 20 7946 0777' },
    subject: secrets.chinese,
    narrative: secrets.narrative,
  })
  await complainant.give(filed.reference, 'add_message', { message: secrets.message })
  expect(upload).toBeTruthy()
  await server.kill()

  const files = rawFiles(server.state)
  const holding = (needle: string) => files.filter(({ bytes }) => bytes.includes(needle)).map(({ file }) => file)
  // The scan does read what is stored: the reference is plain.
  expect(holding(filed.reference).length).toBeGreaterThan(0)
  for (const text of [
    secrets.name,
    secrets.email,
    secrets.chinese,
    secrets.message,
    secrets.file,
    '7946 0777',
    '2079460777',
  ])
    expect(holding(text), text).toEqual([])
  // R2 encrypts under `ssecKey` where it is real; the emulation keeps the bytes as they are, so only D1 is asked.
  expect(holding(secrets.narrative).filter((name) => !/[\\/]r2[\\/]/.test(name))).toEqual([])
})
