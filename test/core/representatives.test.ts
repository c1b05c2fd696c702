import { describe, expect, it } from 'vitest'
import { assigned, offered } from './support/stages.ts'
import { complainant, handler, partner, representative } from './support/world.ts'

const filed = { representative: { name: 'Bo Holloway', relation: 'son', authority: 'ev_1' } }

describe('a representative', () => {
  it('who is only named may answer what is asked, and nothing more', () => {
    const story = assigned(filed)
    expect(story.allowed(representative())).toEqual(['add_message'])
    story
      .when(representative(), 'add_message', { message: 'She is in hospital.' })
      .thenEvents('message_added')
      .when(representative(), 'withdraw')
      .thenRefused({ refused: 'not_permitted', needs: ['verified_representative'] })
  })

  it('whose authority was verified acts for the complainant, save on identity and credentials', () => {
    const story = assigned(filed).step(handler, 'verify_representative', { representative: 'rp_1', accepted: true })
    expect(story.allowed(complainant).filter((type) => !story.allowed(representative()).includes(type))).toEqual([
      'revoke_representative',
    ])
  })

  it('without written authority is asked for it; a decision on it closes the gap', () => {
    const story = assigned({ representative: { name: 'Bo', relation: 'son' } }).thenCase({
      gaps: ['authority'],
      requests: [{ about: 'gaps', state: 'open' }],
    })
    story
      .step(handler, 'verify_representative', { representative: 'rp_1', accepted: false, note: 'No authority came.' })
      .thenCase({ gaps: [], requests: [{ state: 'answered' }], representatives: [{ state: 'refused' }] })
    expect(story.allowed(representative())).toEqual([])
  })

  it('may send the authority themselves', () => {
    assigned({ representative: { name: 'Bo', relation: 'son' } })
      .step(representative(), 'add_message', { message: 'Here it is.', evidence: ['ev_1'] })
      .thenCase({ gaps: [], requests: [{ state: 'answered' }] })
  })

  it('stops at once when the complainant revokes them', () => {
    const story = offered(filed)
      .step(handler, 'verify_representative', { representative: 'rp_1', accepted: true })
      .step(complainant, 'revoke_representative', { representative: 'rp_1' })
    expect(story.allowed(representative())).toEqual([])
    story.when(representative(), 'accept_plan').thenRefused('not_permitted')
  })

  it('of another case is nobody here', () => {
    expect(assigned(filed).allowed(representative('rp_2'))).toEqual([])
  })
})

describe('a partner', () => {
  it('acts for the complainant only with a key that says so', () => {
    const story = offered()
    expect(story.allowed(partner('complaints:read'))).toEqual([])
    story
      .when(partner('complaints:read'), 'accept_plan')
      .thenRefused({ refused: 'not_permitted', needs: ['complaints:act'] })
    story.when(partner('complaints:act'), 'accept_plan').thenEvents('plan_accepted')
  })
})
