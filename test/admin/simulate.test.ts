import { beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../worker/actions/readCase.ts'
import { simulatePolicy } from '../../worker/actions/simulatePolicy.ts'
import { must, Office } from '../support/worker/office.ts'
import { Browser } from './browser.ts'

const MONTH = 31 * 86_400_000

let office: Office
let reference: string
beforeAll(async () => {
  office = await Office.open()
  // Pages go by the real time: this one arrived a month ago, and nobody has looked at it.
  office.time.now = new Date(Date.now() - MONTH).toISOString()
  reference = (await office.file()).reference
  office.time.now = new Date().toISOString()
})

const desk = (name: string) => Browser.of(office, `${name}@office.example`)

const view = async () => must(await readCase(office.services, office.staff('auditor'), reference))

describe('the simulation page', () => {
  it('tells which deadlines would have been missed under other packs, and changes nothing', async () => {
    const before = await view()
    const page = await (await desk('auditor')).get('/admin/simulate?regime=psd2&regime=cfpb&calendar=DE')
    expect(page.status).toBe(200)
    expect(page.html).toContain('1 cases replayed')
    expect(page.html).toContain('Response (US: CFPB)')
    expect(page.html).toContain('Reply (EU payment services)')
    expect(await view()).toEqual(before)
  })

  it('shows the form alone before anything was chosen, and ignores what there is not', async () => {
    const auditor = await desk('auditor')
    expect((await auditor.get('/admin/simulate')).html).not.toContain('<table')
    expect((await auditor.get('/admin/simulate?regime=none&calendar=XX')).status).toBe(200)
  })

  it('is for supervisors, auditors and administrators', async () => {
    for (const name of ['supervisor', 'admin']) {
      const browser = await desk(name)
      expect((await browser.get('/admin/simulate')).status).toBe(200)
      expect((await browser.get('/admin')).html).toContain('/admin/simulate')
    }
    const handler = await desk('handler')
    expect((await handler.get('/admin/simulate?regime=psd2&calendar=')).status).toBe(403)
    expect((await handler.get('/admin')).html).not.toContain('/admin/simulate')
  })

  it('reads the cases of one’s own sites only', async () => {
    const page = await (await desk('elsewhere')).get('/admin/simulate?regime=psd2&calendar=')
    expect(page.html).not.toContain('psd2.reply')
    expect(page.html).toContain('No deadline has ended yet.')
  })
})

describe('simulating', () => {
  it('counts by clock and stage', async () => {
    const result = await simulatePolicy(office.services, 'system', {
      packs: 'standard+cfpb',
      calendar: null,
      limit: 10,
    })
    expect(must(result)).toMatchObject({ cases: 1 })
    expect(must(result).tallies).toContainEqual({
      kind: 'cfpb.response',
      stage: 'received',
      deadlines: 1,
      missed: 1,
      deadlinesNow: 0,
      missedNow: 0,
    })
  })
})
