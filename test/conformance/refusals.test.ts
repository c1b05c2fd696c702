import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { Api, hex, PNG, type Problem, sha256, TEXT } from '../support/api.ts'
import { carryOut, type Desk, file, future, investigate, letter, offer } from '../support/walk.ts'
import { type Installation, installation } from '../support/worker/installation.ts'

/** Each refusal the process promises, with a problem code of its own, over HTTP. */
const api = new Api((url, init) => exports.default.fetch(new Request(url, init)), 'https://redress.test')
let made: Installation
let desk: Desk

beforeAll(async () => {
  made = await installation(env)
  desk = {
    handler: api.as(made.tokens.handler),
    handlerId: made.ids.handler,
    supervisor: api.as(made.tokens.supervisor),
    reviewer: api.as(made.tokens.reviewer),
  }
})

const opened = () => file(api, made.publicKey)

/** A case assigned to the handler and in review. */
const inReview = async () => {
  const { filed, complainant } = await opened()
  await desk.supervisor.give(filed.reference, 'assign', { to: desk.handlerId })
  return { reference: filed.reference, complainant }
}

const remedies = () => [{ kind: 'apology', content: 'Sorry.', owner: desk.handlerId, due: future(5) }]

describe('refusals', () => {
  it('a handler from the respondent’s department', async () => {
    const { reference } = await inReview()
    const fields = {
      category: 'service',
      nature: 'subjective',
      risk: 'low',
      respondentDepartment: made.departments.handler,
    }
    const view = await desk.handler.give(reference, 'classify', fields)
    expect(view.staff?.assignee).toBeNull()
    const answer = await desk.handler.refusal(reference, 'verify', { identity: true, contact: true, content: true })
    expect(answer).toMatchObject({ status: 403, body: { code: 'conflict_of_interest' } })
    expect(await desk.supervisor.refusal(reference, 'assign', { to: desk.handlerId })).toMatchObject({
      status: 403,
      body: { code: 'conflict_of_interest' },
    })
  })

  it('the proposer approving their own plan', async () => {
    const { filed, complainant } = await opened()
    await investigate(filed.reference, complainant, {
      ...desk,
      handler: desk.supervisor,
      handlerId: made.ids.supervisor,
    })
    await desk.supervisor.give(filed.reference, 'propose_plan', { reasons: 'Ours.', remedies: remedies() })
    expect(await desk.supervisor.refusal(filed.reference, 'approve_plan')).toMatchObject({
      status: 403,
      body: { code: 'same_person' },
    })
  })

  it('a reviewer with an earlier event on the case', async () => {
    const { filed, complainant } = await opened()
    const both = api.as(made.tokens.reviewingHandler)
    await investigate(filed.reference, complainant, { ...desk, handler: both, handlerId: made.ids.reviewingHandler })
    await offer(filed.reference, { ...desk, handler: both, handlerId: made.ids.reviewingHandler })
    await complainant.give(filed.reference, 'appeal', { grounds: 'No.' })
    expect(await both.refusal(filed.reference, 'decide_appeal', { result: 'stands', reasons: 'Yes.' })).toMatchObject({
      status: 403,
      body: { code: 'took_part' },
    })
  })

  it('a reviewer who is not senior to the decision-maker', async () => {
    const { filed, complainant } = await opened()
    await investigate(filed.reference, complainant, desk)
    await offer(filed.reference, desk)
    await complainant.give(filed.reference, 'appeal', { grounds: 'No.' })
    const junior = api.as(made.tokens.juniorReviewer)
    expect(await junior.refusal(filed.reference, 'decide_appeal', { result: 'stands', reasons: 'Yes.' })).toMatchObject(
      {
        status: 403,
        body: { code: 'not_senior_enough' },
      },
    )
  })

  it('offering while a point has no finding', async () => {
    const { reference } = await inReview()
    await desk.handler.give(reference, 'set_points', { points: [{ text: 'One.' }, { text: 'Two.' }], ask: false })
    const view = await desk.handler.give(reference, 'decide_scope', { inScope: true, needsInvestigation: false })
    await desk.handler.give(reference, 'record_finding', {
      point: view.points[0]?.id,
      result: 'upheld',
      reasons: 'So.',
    })
    await desk.handler.give(reference, 'propose_plan', { reasons: 'Ours.', remedies: remedies() })
    const answer = await desk.handler.refusal(reference, 'offer_plan', letter)
    expect(answer).toMatchObject({ status: 409, body: { code: 'point_without_finding', points: [view.points[1]?.id] } })
  })

  it('an appeal after the window', async () => {
    const { filed, complainant } = await opened()
    await investigate(filed.reference, complainant, desk)
    await offer(filed.reference, desk)
    await complainant.give(filed.reference, 'accept_plan')
    await carryOut(filed.reference, desk)
    const closed = await complainant.give(filed.reference, 'confirm_outcome', { satisfied: false })
    await made.at(new Date(Date.parse(closed.appealUntil ?? '') + 60_000), async () => {
      const { reference, accessCode } = filed
      const { token } = await api.expect<{ token: string }>('POST', '/v1/sessions', { reference, accessCode })
      const answer = await api.as(token).refusal(reference, 'appeal', { grounds: 'Too late.' })
      expect(answer).toMatchObject({ status: 409, body: { code: 'appeal_window_passed' } })
    })
  })

  it('a command in the wrong stage', async () => {
    const { reference, complainant } = await inReview()
    expect(await complainant.refusal(reference, 'accept_plan')).toMatchObject({
      status: 409,
      body: { code: 'wrong_stage', stage: 'review', allowedIn: ['offered'] },
    })
  })

  it('a version somebody has moved on from', async () => {
    const { reference, complainant } = await inReview()
    const { version } = await complainant.view(reference)
    await complainant.give(reference, 'add_message', { message: 'One more thing.', expectedVersion: version })
    expect(
      await complainant.refusal(reference, 'add_message', { message: 'And another.', expectedVersion: version }),
    ).toMatchObject({ status: 409, body: { code: 'stale' } })
  })

  it('a field nobody asked for, by its pointer', async () => {
    const { reference, complainant } = await inReview()
    const answer = await complainant.refusal(reference, 'add_message', { message: 'Hello.', by: { kind: 'staff' } })
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } })
    expect(answer.body.errors?.map((e) => e.pointer)).toEqual(['/by'])
  })

  it('a file that is not what its name says', async () => {
    const visitor = api.as(await api.intakeToken(made.publicKey))
    const script = new TextEncoder().encode('<html><script>alert(1)</script></html>')
    const { id } = await visitor.expect<{ id: string }>('POST', '/v1/evidence', {
      name: 'photo.png',
      size: script.length,
    })
    const digest = btoa(String.fromCharCode(...new Uint8Array(await sha256(script))))
    const part = await visitor.request<Problem>('PUT', `/v1/evidence/${id}/parts/1`, script, {
      'content-digest': `sha-256=:${digest}:`,
    })
    const answer = part.status >= 400 ? part : await visitor.request<Problem>('POST', `/v1/evidence/${id}/complete`, {})
    expect(answer).toMatchObject({ status: 415, body: { code: 'upload_invalid', why: 'type_not_accepted' } })
  })

  it('a file whose hash differs', async () => {
    const visitor = api.as(await api.intakeToken(made.publicKey))
    const { id } = await visitor.expect<{ id: string }>('POST', '/v1/evidence', { name: 'a.png', size: PNG.length })
    const wrong = btoa(String.fromCharCode(...new Uint8Array(await sha256(TEXT))))
    expect(
      await visitor.request('PUT', `/v1/evidence/${id}/parts/1`, PNG, { 'content-digest': `sha-256=:${wrong}:` }),
    ).toMatchObject({ status: 422, body: { code: 'upload_invalid', why: 'part_digest' } })

    const right = btoa(String.fromCharCode(...new Uint8Array(await sha256(PNG))))
    await visitor.expect('PUT', `/v1/evidence/${id}/parts/1`, PNG, { 'content-digest': `sha-256=:${right}:` })
    expect(
      await visitor.request('POST', `/v1/evidence/${id}/complete`, { sha256: hex(await sha256(TEXT)) }),
    ).toMatchObject({ status: 422, body: { code: 'upload_invalid', why: 'file_digest' } })
  })

  it('another case’s evidence', async () => {
    const mine = await opened()
    const theirs = await opened()
    const [file] = (await theirs.complainant.view(theirs.filed.reference)).evidence
    expect(
      await mine.complainant.refusal(mine.filed.reference, 'add_message', { message: 'Look.', evidence: [file?.id] }),
    ).toMatchObject({ status: 422, body: { code: 'unknown_evidence' } })
    expect(await mine.complainant.request('POST', `/v1/evidence/${file?.id}/download`)).toMatchObject({ status: 404 })
  })

  it('another site’s key', async () => {
    const { filed } = await opened()
    const other = api.as(made.tokens.otherSitePartner)
    expect(await other.request('GET', `/v1/complaints/${filed.reference}`)).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    })
    expect(await other.refusal(filed.reference, 'add_message', { message: 'Hello.' })).toMatchObject({ status: 404 })
  })
})
