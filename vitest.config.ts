import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { newSecrets } from './scripts/lib/secrets.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))
const migrations = `${root}worker/migrations`

// wrangler.toml names this folder; the Worker's own tests run without the widget being built.
mkdirSync(`${root}dist/widget`, { recursive: true })

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          include: ['test/{core,sdk,widget}/**/*.test.{ts,tsx}', 'test/smoke/core.test.ts'],
        },
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: `${root}wrangler.toml` },
            miniflare: {
              bindings: {
                ...newSecrets(),
                ENVIRONMENT: 'local',
                PUBLIC_ORIGIN: 'https://redress.test',
                TEST_MIGRATIONS: existsSync(migrations) ? await readD1Migrations(migrations) : [],
              },
            },
          })),
        ],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'worker',
          include: [
            'test/{vault,store,actions,http,jobs,notify,admin,conformance}/**/*.test.{ts,tsx}',
            'test/smoke/worker.test.ts',
          ],
          setupFiles: ['test/support/worker/migrate.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts', 'test/smoke/e2e.test.ts'],
          globalSetup: ['test/support/e2e.setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
