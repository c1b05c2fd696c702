import { createRoute, z } from '@hono/zod-openapi'
import { findSite } from '../../actions/administration.ts'
import { FILE_BYTES, PART_BYTES } from '../../actions/evidence/limits.ts'
import { ACCEPTED } from '../../actions/evidence/sniff/kinds.ts'
import { policyOf } from '../../actions/policies.ts'
import type { Site } from '../../actions/types.ts'
import { MOST_FILES } from '../../core/decide/shared.ts'
import type { Duration, Policy } from '../../core/policy.ts'
import { REFERRALS, REMEDIES } from '../../core/vocabulary.ts'
import { labels, pickLanguage } from '../../locales/index.ts'
import { sendTagged } from '../etag.ts'
import { limited } from '../middleware/limits.ts'
import { fail } from '../problem/problem.ts'
import { failures } from '../problem/schema.ts'
import { type Router, serve } from '../router.ts'

const choice = z.object({ id: z.string(), label: z.string() })

export const siteSchema = z
  .object({
    siteKey: z.string(),
    name: z.string(),
    locale: z.string().meta({ description: 'Language of the texts here, BCP 47.' }),
    locales: z.array(z.string()),
    introduction: z.string(),
    eligibility: z.string().meta({ description: 'Who can complain here.' }),
    links: z.object({ terms: z.string(), privacy: z.string() }),
    categories: z.array(choice),
    remedies: z.array(z.object({ kind: z.enum(REMEDIES), label: z.string() })),
    departments: z.array(choice),
    currencies: z.array(z.string()).meta({ description: 'ISO 4217.' }),
    anonymous: z.boolean().meta({ description: 'Whether a complaint may come without a name.' }),
    channels: z.object({ email: z.boolean(), phone: z.boolean() }),
    promise: z
      .object({
        acknowledgeHours: z.number(),
        reviewHours: z.number(),
        planRounds: z.number().int(),
        replyWorkingDays: z.number(),
        appealWorkingDays: z.number(),
      })
      .meta({ description: 'What the complainant can count on.' }),
    bodies: z.array(z.object({ kind: z.enum(REFERRALS), name: z.string(), url: z.string().optional() })),
    limits: z.object({
      files: z.number().int(),
      fileBytes: z.number().int(),
      partBytes: z.number().int(),
      accept: z.array(z.string()).meta({ description: 'Media types.' }),
    }),
    theme: z.object({ accent: z.string().optional(), radius: z.string().optional(), font: z.string().optional() }),
  })
  .meta({ id: 'Site', description: 'What the form of a site shows.' })

const route = createRoute({
  method: 'get',
  path: '/v1/sites/{siteKey}',
  operationId: 'getSite',
  tags: ['Intake'],
  summary: 'What a site’s form shows: texts, choices, limits, promised times.',
  request: {
    params: z.object({ siteKey: z.string().meta({ example: 'pk_demo_trading' }) }),
    query: z.object({
      locale: z.string().max(100).optional().meta({ description: 'BCP 47; else by Accept-Language.' }),
    }),
  },
  responses: {
    200: { description: 'The configuration.', content: { 'application/json': { schema: siteSchema } } },
    304: { description: 'Unchanged since `If-None-Match`.' },
    ...failures('not_found'),
  },
  middleware: limited('LIMIT_PUBLIC', 'sites'),
})

export const addSite = (router: Router): void =>
  serve(router, route, async (c) => {
    const site = await findSite(c.get('services'), c.req.valid('param').siteKey)
    if (!site) return fail(c, { failed: 'not_found' })
    const wanted = c.req.valid('query').locale ?? c.req.header('accept-language')
    return sendTagged(c, configurationOf(site, pickLanguage(wanted, site.locales)), {
      'cache-control': 'public, max-age=60',
      vary: 'Accept-Language',
    })
  })

/** A text in this language, or in another one of the same, or in the first there is. */
const inLanguage = (texts: Readonly<Record<string, string>>, locale: string): string =>
  texts[locale] ?? texts[pickLanguage(locale, Object.keys(texts))] ?? ''

export const configurationOf = (site: Site, locale: string): z.input<typeof siteSchema> => {
  const policy = policyOf(site.policy)
  const words = labels[pickLanguage(locale)]
  const text = (texts: Readonly<Record<string, string>>) => inLanguage(texts, locale)
  return {
    siteKey: site.publicKey,
    name: text(site.name),
    locale,
    locales: [...site.locales],
    introduction: text(site.texts.introduction),
    eligibility: text(site.texts.eligibility),
    links: site.links,
    categories: policy.categories.map(({ id, label }) => ({
      id,
      label: label ? text(label) : ((words.category as Record<string, string>)[id] ?? id),
    })),
    remedies: policy.remedies.map((kind) => ({ kind, label: words.remedy[kind] })),
    departments: site.departments.map(({ id, label }) => ({ id, label: text(label) })),
    currencies: [...site.currencies],
    anonymous: policy.anonymous,
    channels: { email: true, phone: true },
    promise: promiseOf(policy),
    bodies: policy.bodies.map(({ kind, name, url }) => ({ kind, name: text(name), ...(url && { url }) })),
    limits: { files: MOST_FILES, fileBytes: FILE_BYTES, partBytes: PART_BYTES, accept: [...ACCEPTED] },
    theme: site.theme,
  }
}

const promiseOf = ({ clocks, rounds }: Policy) => ({
  acknowledgeHours: hours(clocks.acknowledge.due),
  reviewHours: hours(clocks.review.due),
  planRounds: rounds,
  replyWorkingDays: workingDays(clocks.reply.due),
  appealWorkingDays: workingDays(clocks.appeal_window.due),
})

const hours = (due: Duration | null) => (due && 'hours' in due ? due.hours : 0)
const workingDays = (due: Duration | null) => (due && 'workingDays' in due ? due.workingDays : 0)
